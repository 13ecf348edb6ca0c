import { encode } from 'uqr'
import type { Locale } from '../../db/vocabulary.ts'
import { looks } from './poster-looks.ts'
import type { Fitted } from './text-lines.ts'

/** From one line of a text to the next, in sizes of its letters. */
export const leading = { title: 1.22, text: 1.45 } as const

interface TextProps {
  x: number
  /** The baseline of the first line. */
  y: number
  size: number
  fill?: string
  bold?: boolean
  mono?: boolean
  centred?: boolean
  children: string
}

export function Text({ x, y, size, fill = looks.ink, bold, mono, centred, children }: TextProps) {
  return (
    <text
      x={round(x)}
      y={round(y)}
      font-size={size}
      fill={fill}
      font-weight={bold ? 700 : undefined}
      font-family={mono ? looks.mono : undefined}
      text-anchor={centred ? 'middle' : undefined}
    >
      {children}
    </text>
  )
}

/** A text in lines, one beneath the other. */
export function Lines({
  of: { size, lines },
  y,
  apart,
  ...look
}: Omit<TextProps, 'size' | 'children'> & { of: Fitted; apart: keyof typeof leading }) {
  return (
    <>
      {lines.map((line, at) => (
        <Text {...look} size={size} y={y + at * size * leading[apart]}>
          {line}
        </Text>
      ))}
    </>
  )
}

export function InLocale({ locale, children }: { locale: Locale; children: unknown }) {
  return <g lang={locale === 'zh' ? 'zh-CN' : 'en'}>{children}</g>
}

/**
 * A QR code of this width without the quiet zone of 4 squares, which is left to who places it. In capitals it needs fewer
 * and bigger squares. One mask for all: to weigh all eight takes ten times as long, and a hundred are printed at once.
 */
export function QrSquares({ address, x, y, width }: { address: URL; x: number; y: number; width: number }) {
  const { data, size } = encode(address.href.toUpperCase(), { ecc: 'Q', border: 0, maskPattern: 3 })
  const runs = data.flatMap((row, down) =>
    runsOf(row).map(([from, to]) => `M${from} ${down}h${to - from}v1H${from}z`),
  )
  return (
    <path
      transform={`translate(${x} ${y}) scale(${width / size})`}
      shape-rendering="crispEdges"
      d={runs.join('')}
    />
  )
}

/** Where dark squares stand side by side, from and to. */
function runsOf(row: boolean[]): [number, number][] {
  const runs: [number, number][] = []
  for (const [at, dark] of row.entries()) {
    const last = runs.at(-1)
    if (dark && last?.[1] === at) last[1] = at + 1
    else if (dark) runs.push([at, at + 1])
  }
  return runs
}

const round = (millimetres: number) => Math.round(millimetres * 100) / 100
