import { fold } from './folded-text.ts'

/** Some of a text; `found` is what was looked for. */
export interface Piece {
  text: string
  found: boolean
}

/** How much of a text stands before what was found, and how much in all; two lines on a phone. */
const before = 16
const length = 80

/**
 * The place where the first of these texts holds what was looked for, with all that was found around it marked. Null
 * where not all of the pieces are in one or another of them; the beginning of the first, where none was looked for.
 */
export function excerptOf(texts: readonly string[], pieces: readonly string[]): Piece[] | null {
  const folded = texts.map(fold)
  if (!pieces.every((piece) => folded.some(({ text }) => text.includes(piece)))) return null
  const at = folded.findIndex(({ text }) => pieces.some((piece) => text.includes(piece)))
  const text = texts[Math.max(at, 0)] ?? ''
  const spans = spansIn(text, pieces)
  const start = beginningAt(text, (spans[0]?.from ?? 0) - before)
  const end = onCharacter(text, start + length)
  const shown = [
    { text: start > 0 ? '…' : '', found: false },
    ...cut(text, spans, start, end),
    { text: end < text.length ? '…' : '', found: false },
  ]
  return shown.filter((piece) => piece.text !== '')
}

interface Span {
  from: number
  to: number
}

/** Where the pieces stand in a text, in order; two that touch or overlap are one. */
function spansIn(text: string, pieces: readonly string[]): Span[] {
  const folded = fold(text)
  const all = pieces.flatMap((piece) => {
    const spans: Span[] = []
    for (let at = folded.text.indexOf(piece); at >= 0; at = folded.text.indexOf(piece, at + piece.length))
      spans.push({ from: folded.from[at] ?? 0, to: folded.to[at + piece.length - 1] ?? 0 })
    return spans
  })
  const merged: Span[] = []
  for (const span of all.toSorted((a, b) => a.from - b.from)) {
    const last = merged.at(-1)
    if (last && span.from <= last.to) last.to = Math.max(last.to, span.to)
    else merged.push({ ...span })
  }
  return merged
}

/** What lies between, with what was found apart; each on one line. */
function cut(text: string, spans: readonly Span[], start: number, end: number): Piece[] {
  const pieces: Piece[] = []
  let at = start
  for (const { from, to } of spans.filter((span) => span.from < end)) {
    pieces.push({ text: text.slice(at, from), found: false }, { text: text.slice(from, to), found: true })
    at = to
  }
  return [...pieces, { text: text.slice(at, Math.max(at, end)), found: false }].map((piece) => ({
    ...piece,
    text: piece.text.replace(/\s+/g, ' '),
  }))
}

/** Nothing begins with the sign that ended what stood before. */
function beginningAt(text: string, wanted: number): number {
  if (wanted <= 0) return 0
  const start = onCharacter(text, wanted)
  return start + (/^[\p{P}\s]*/u.exec(text.slice(start))?.[0].length ?? 0)
}

/** No character is cut in two. */
function onCharacter(text: string, at: number): number {
  return /[\udc00-\udfff]/.test(text.charAt(at)) ? at - 1 : at
}
