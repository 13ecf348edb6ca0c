import { catalogs } from '../../i18n/catalog.ts'
import { siteCodeGroups } from '../../ui/site-code.ts'
import { InLocale, Lines, QrSquares, Text } from './drawn.tsx'
import { BandOf, Drawing, spelt, TitleOf } from './poster-frame.tsx'
import { looks, sheet } from './poster-looks.ts'
import type { PosterFacts } from './poster-words.ts'
import { fitted } from './text-lines.ts'

const { width, height, margin } = sheet
const middle = width / 2
const whole = width - 2 * margin

/** The same in a hand's size: the code, and only the words that are still read there. */
export function StickerDrawing({ facts }: { facts: PosterFacts }) {
  const { code, address, helpline, told, title, where } = facts
  const promise = told.zh.at(-1)?.[0] ?? ''
  const line = [helpline && `${helpline.name.zh} ${helpline.number}`, promise].filter(Boolean).join(' · ')
  return (
    <Drawing facts={facts}>
      <BandOf facts={facts} />
      <TitleOf facts={facts} lead={catalogs.zh.office.poster.lead} centred />
      <QrSquares address={address} x={width / 4} y={102} width={middle} />
      <InLocale locale="zh">
        <Text x={middle} y={235} size={15} bold mono centred>
          {siteCodeGroups(code)}
        </Text>
        <Lines
          of={fitted(spelt(address), 'en', whole, [8, 7, 6, 5, 4, 3.2], 1)}
          x={middle}
          y={247}
          apart="text"
          fill={looks.quiet}
          centred
        />
        <rect x={0} y={253} width={width} height={15} fill={looks.tint} />
        <Lines
          of={fitted(line, 'zh', whole, [8, 7, 6], 1)}
          x={middle}
          y={263.4}
          apart="text"
          fill={looks.accent}
          bold
          centred
        />
        <Lines
          of={fitted(where.zh, 'zh', whole, [6, 5, 4], 1)}
          x={middle}
          y={288}
          apart="text"
          fill={looks.quiet}
          centred
        />
      </InLocale>
      <InLocale locale="en">
        <Lines
          of={fitted(title.en, 'en', whole, [7, 6, 5, 4, 3.2], 1)}
          x={middle}
          y={277.5}
          apart="text"
          centred
        />
      </InLocale>
      <rect width={width} height={height} fill="none" stroke={looks.line} stroke-width={0.5} />
    </Drawing>
  )
}
