import { catalogs } from '../../i18n/catalog.ts'
import { siteCodeGroups } from '../../ui/site-code.ts'
import { InLocale, Lines, leading, QrSquares, Text } from './drawn.tsx'
import { BandOf, Drawing, spelt, TitleOf } from './poster-frame.tsx'
import { looks, sheet } from './poster-looks.ts'
import type { PosterFacts } from './poster-words.ts'
import { type Fitted, fitted } from './text-lines.ts'

const { width, margin } = sheet
/** The code takes half the width; the margin beside it is its quiet zone of 4 squares, of 29 at the most. */
const qr = { x: margin, y: 101, width: width / 2 }
const right = { x: 135, width: 62, y: 96, height: 118 }
const strip = { y: 221, height: 24 }

/** What hangs on the wall: readable from two steps away, and from five it says whose it is and what for. */
export function PosterDrawing({ facts }: { facts: PosterFacts }) {
  const { code, address, second, helpline } = facts
  const words = catalogs.zh.office.poster
  const typed = fitted(spelt(address), 'en', 88, [7, 6, 5, 4.2, 3.6, 3.1, 2.7, 2.3], 1)
  return (
    <Drawing facts={facts}>
      <BandOf facts={facts} />
      <TitleOf facts={facts} lead={words.lead} />
      <QrSquares address={address} {...qr} />
      <InLocale locale="zh">
        <Told facts={facts} />
        <rect y={strip.y} width={width} height={strip.height} fill={looks.tint} />
        <Text x={margin} y={229} size={4.2} fill={looks.quiet}>
          {words.code}
        </Text>
        <Text x={margin} y={240} size={9.5} bold mono>
          {siteCodeGroups(code)}
        </Text>
        <Text x={62} y={229} size={4.2} fill={looks.quiet}>
          {words.typeIt}
        </Text>
        <Lines of={typed} x={62} y={second ? 236 : 240} apart="text" bold />
        {second && (
          <Lines
            of={fitted(words.orElse(spelt(second)), 'zh', 92, [4.6, 4, 3.4], 1)}
            x={62}
            y={242.3}
            apart="text"
          />
        )}
        {helpline && (
          <>
            <Text x={158} y={229} size={4.2} fill={looks.quiet}>
              {helpline.name.zh}
            </Text>
            <Lines
              of={fitted(helpline.number, 'en', 39, [11, 9, 7, 5.5, 4.5, 3.5], 1)}
              x={158}
              y={240}
              apart="text"
              fill={looks.accent}
              bold
            />
          </>
        )}
      </InLocale>
      <InEnglish facts={facts} />
    </Drawing>
  )
}

/** What happens to what one writes, beside the code, as large as there is room. */
function Told({ facts }: { facts: PosterFacts }) {
  const items = [5.2, 4.8, 4.4, 4, 3.6, 3.2].map((size) => toldIn(size, facts))
  const chosen = items.find(({ height }) => height <= right.height) ?? items.at(-1)
  return (
    <>
      {chosen?.items.map(({ y, heading, text }) => (
        <>
          <Lines
            of={heading}
            x={right.x}
            y={right.y + y + heading.size * 0.88}
            apart="title"
            fill={looks.accent}
            bold
          />
          <Lines
            of={text}
            x={right.x}
            y={right.y + y + heightOf(heading, 'title') + text.size * 1.15}
            apart="text"
          />
        </>
      ))}
    </>
  )
}

/** The same, with where each begins. */
function toldIn(size: number, { told }: PosterFacts) {
  let height = 0
  const items = told.zh.map(([title, words]) => {
    const heading = fitted(title, 'zh', right.width, [size * 1.35], 2)
    const text = fitted(words, 'zh', right.width, [size], 20)
    const item = { y: height, heading, text }
    height += heightOf(heading, 'title') + heightOf(text, 'text') + size * 1.3
    return item
  })
  return { items, height }
}

const heightOf = ({ size, lines }: Fitted, apart: keyof typeof leading) =>
  lines.length * size * leading[apart]

/** All that the poster says, small, for who reads no Chinese; and where it hangs. */
function InEnglish({ facts: { title, told, where } }: { facts: PosterFacts }) {
  const whole = width - 2 * margin
  const heading = fitted(title.en, 'en', whole, [6.2, 5.2, 4.4, 3.6, 3], 1)
  const words = [catalogs.en.office.poster.lead, ...told.en.map(([name, text]) => `${name}: ${text}`)].join(
    ' ',
  )
  const sizes = [4.2, 3.9, 3.6, 3.3, 3, 2.7].map((size) => fitted(words, 'en', whole, [size], 20))
  const text = sizes.find((it) => heightOf(it, 'text') <= 24) ?? sizes.at(-1)
  const place = fitted([where.zh, where.en].filter(Boolean).join(' · '), 'zh', whole, [3.6, 3, 2.5], 1)
  return (
    <>
      <InLocale locale="en">
        <Lines of={heading} x={margin} y={255.5} apart="title" bold />
        {text && <Lines of={text} x={margin} y={262} apart="text" />}
      </InLocale>
      <InLocale locale="zh">
        <Lines of={place} x={margin} y={290} apart="text" fill={looks.quiet} />
      </InLocale>
    </>
  )
}
