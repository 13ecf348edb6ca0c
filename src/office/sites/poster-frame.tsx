import type { Child } from 'hono/jsx'
import { englishOf } from '../../db/english-name.ts'
import { InLocale, Lines, leading, Text } from './drawn.tsx'
import { looks, sheet } from './poster-looks.ts'
import type { PosterFacts } from './poster-words.ts'
import { fitted } from './text-lines.ts'

const { width, height, margin } = sheet
const whole = width - 2 * margin
const band = 31
/** Between the band and the code. */
const title = { middle: 60, apart: 8 }

/** A drawing of one sheet; it stands by itself, on a page or as a file. */
export function Drawing({ facts, children }: { facts: PosterFacts; children: Child }) {
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      id={facts.code}
      viewBox={`0 0 ${width} ${height}`}
      font-family={looks.sans}
      text-rendering="geometricPrecision"
    >
      <title>{`${facts.title.zh} ${facts.code}`}</title>
      <rect width={width} height={height} fill={looks.paper} />
      {children}
    </svg>
  )
}

/** The same once more on one page, without weighing twice as much. */
export function DrawnAgain({ code }: { code: string }) {
  return (
    <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <use href={`#${code}`} />
    </svg>
  )
}

/** Whose it is: people have learnt to fear codes that only look like an office's. */
export function BandOf({ facts: { federation } }: { facts: PosterFacts }) {
  const english = englishOf(federation)
  return (
    <>
      <rect width={width} height={band} fill={looks.accent} />
      <InLocale locale="zh">
        <Lines
          of={fitted(federation.zh, 'zh', whole, [11.5, 10, 8.5, 7, 5.5], 1)}
          x={margin}
          y={english ? 17 : 20}
          apart="title"
          fill={looks.onAccent}
          bold
        />
      </InLocale>
      <InLocale locale="en">
        <Lines
          of={fitted(english, 'en', whole, [5, 4.2, 3.4], 1)}
          x={margin}
          y={25.5}
          apart="title"
          fill={looks.onAccent}
        />
      </InLocale>
    </>
  )
}

/** What it invites to, as big as it goes in two lines. */
export function TitleOf({ facts, lead, centred }: { facts: PosterFacts; lead: string; centred?: boolean }) {
  const of = fitted(
    facts.title.zh,
    'zh',
    whole,
    [25, 22, 19, 17, 15, 13, 11, 9],
    facts.title.zh.length > 8 ? 2 : 1,
  )
  const step = of.size * leading.title
  const top = title.middle - (of.lines.length * step + title.apart * 1.4) / 2
  const x = centred ? width / 2 : margin
  return (
    <InLocale locale="zh">
      <Lines of={of} x={x} y={top + of.size * 0.98} apart="title" centred={centred ?? false} bold />
      <Text
        x={x}
        y={top + of.lines.length * step + title.apart * 1.1}
        size={title.apart}
        centred={centred ?? false}
        fill={looks.quiet}
      >
        {lead}
      </Text>
    </InLocale>
  )
}

/** An address as people type it. */
export const spelt = ({ host, pathname }: URL) => host + pathname
