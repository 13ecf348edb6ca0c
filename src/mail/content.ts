import type { Locale } from '../db/vocabulary.ts'

/** What a mail says, before it is set as HTML and as plain text. */
export interface MailContent {
  locale: Locale
  /** Who writes: the product and the federation. */
  from: string
  subject: string
  /** One line that a list of mails shows beside the subject. */
  preview: string
  blocks: Block[]
  headers?: Record<string, string>
}

/** Addresses are null as long as the service does not know its own; the words then stand alone. */
export type Block =
  | { kind: 'text'; text: string }
  | { kind: 'heading'; text: string }
  | { kind: 'list'; lines: Line[] }
  | { kind: 'button'; text: string; href: string | null }
  | { kind: 'link'; text: string; href: string | null }
  | { kind: 'small'; text: string; link?: { text: string; href: string | null } }

export interface Line {
  text: string
  /** Where it leads to, if anywhere. */
  href?: string | null
  /** What is late is marked by a shape before its words. */
  late?: boolean
}

/** The words of a line; the shape is that of the red lamp, for colours do not come through everywhere. */
export function lineText({ text, late }: Line): string {
  return late ? `■ ${text}` : text
}

/** The mail as plain text: written for reading, not stripped from the HTML. */
export function mailText({ from, subject, blocks }: MailContent): string {
  const parts = blocks.map(blockText)
  return `${[from, subject, ...parts].join('\n\n')}\n`
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'text':
      return block.text
    case 'heading':
      return `== ${block.text} ==`
    case 'list':
      return block.lines
        .map((line) => withAddress({ text: `- ${lineText(line)}`, href: line.href ?? null }))
        .join('\n')
    case 'button':
    case 'link':
      return withAddress(block)
    case 'small':
      return block.link ? `${block.text}\n${withAddress(block.link)}` : block.text
  }
}

/** The address on a line of its own, so that no program makes what stands beside it a part of the link. */
function withAddress({ text, href }: { text: string; href: string | null }): string {
  return href === null ? text : `${text}\n${href}`
}
