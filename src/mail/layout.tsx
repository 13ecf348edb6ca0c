import { raw } from 'hono/html'
import { type Block, type Line, lineText, type MailContent } from './content.ts'
import { darkStyles, styles } from './styles.ts'

/** The mail as HTML that programs for mail show: tables, no script, nothing fetched from anywhere. */
export function mailHtml(content: MailContent): string {
  return String(<Layout content={content} />)
}

function Layout({ content }: { content: MailContent }) {
  return (
    <>
      {raw('<!doctype html>')}
      <html lang={content.locale === 'zh' ? 'zh-CN' : 'en'}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          <meta name="supported-color-schemes" content="light dark" />
          <title>{content.subject}</title>
          <style>{raw(darkStyles)}</style>
        </head>
        <body class="paper" style={styles.body}>
          <div style={styles.preview}>{content.preview}</div>
          <table role="presentation" class="paper" style={styles.paper} cellpadding="0" cellspacing="0">
            <tr>
              <td align="center">
                <table role="presentation" class="sheet" style={styles.sheet} cellpadding="0" cellspacing="0">
                  <tr>
                    <td style={styles.inside}>
                      <p class="accent" style={styles.brand}>
                        {content.from}
                      </p>
                      <h1 style={styles.title}>{content.subject}</h1>
                      {content.blocks.map((block) => (
                        <Part block={block} />
                      ))}
                    </td>
                  </tr>
                </table>
              </td>
            </tr>
          </table>
        </body>
      </html>
    </>
  )
}

function Part({ block }: { block: Block }) {
  switch (block.kind) {
    case 'text':
      return <p style={styles.text}>{block.text}</p>
    case 'heading':
      return <h2 style={styles.heading}>{block.text}</h2>
    case 'list':
      return <Lines lines={block.lines} />
    case 'button':
      return <Button {...block} />
    case 'link':
      return (
        <p style={styles.text}>
          <Link {...block} />
        </p>
      )
    case 'small':
      return <Small {...block} />
  }
}

/** A link for each line, as far apart as a finger needs. */
function Lines({ lines }: { lines: Line[] }) {
  return (
    <p style={styles.lines}>
      {lines.map((line) => (
        <>
          <Link text={lineText(line)} href={line.href ?? null} />
          <br />
        </>
      ))}
    </p>
  )
}

function Button({ text, href }: { text: string; href: string | null }) {
  if (href === null) return <p style={styles.text}>{text}</p>
  return (
    <p style={styles.text}>
      <a class="button" style={styles.button} href={href}>
        {text}
      </a>
    </p>
  )
}

function Small({ text, link }: Extract<Block, { kind: 'small' }>) {
  return (
    <p class="quiet" style={styles.small}>
      {text} {link && <Link {...link} />}
    </p>
  )
}

function Link({ text, href }: { text: string; href: string | null }) {
  if (href === null) return <span>{text}</span>
  return (
    <a class="accent" style={styles.link} href={href}>
      {text}
    </a>
  )
}
