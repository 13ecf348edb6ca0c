import type { Locale } from '../../db/vocabulary.ts'

/** Lines of a text in one size. */
export interface Fitted {
  size: number
  lines: string[]
}

/**
 * A text in the first of these sizes in which it needs so many lines at most; in the last of them, if in none. A drawing
 * does not break lines by itself, so widths are reckoned, on the generous side.
 */
export function fitted(text: string, locale: Locale, width: number, sizes: number[], most: number): Fitted {
  const all = sizes.map((size) => ({ size, lines: linesOf(text, locale, width / size) }))
  const fits = all.find(({ lines }) => lines.length <= most) ?? all.at(-1)
  return fits ?? { size: 0, lines: [] }
}

/** The lines of a text, none wider than so many ems unless one word is, and all about as long. */
export function linesOf(text: string, locale: Locale, ems: number): string[] {
  const pieces = piecesOf(text, locale)
  const lines = broken(pieces, ems, locale)
  for (let narrower = ems * 0.95; narrower > ems / 2; narrower *= 0.95) {
    const closer = broken(pieces, narrower, locale)
    if (closer.length > lines.length || closer.some((line) => widthOf(line, locale) > ems)) break
    lines.splice(0, lines.length, ...closer)
  }
  return lines
}

/** How wide a text is at most, in ems. */
export function widthOf(text: string, locale: Locale): number {
  let ems = 0
  for (const letter of text) ems += widthOfLetter(letter, locale)
  return ems
}

function widthOfLetter(letter: string, locale: Locale): number {
  if (/[\u2e80-\uffef]/.test(letter) || letter.length > 1) return 1
  if (/[‘-”…—]/.test(letter)) return locale === 'zh' ? 1 : 0.5
  if (/[MWmw@%]/.test(letter)) return 0.9
  if (/[A-Z0-9]/.test(letter)) return 0.64
  return /[ iljtfrI.,;:'!|()/-]/.test(letter) ? 0.34 : 0.56
}

/** What belongs together on a line: words, each with the marks that follow it or open before it. */
function piecesOf(text: string, locale: Locale): string[] {
  const pieces: string[] = []
  for (const { segment } of new Intl.Segmenter(locale, { granularity: 'word' }).segment(text)) {
    const last = pieces.at(-1)
    const hangs =
      /^[\p{Pe}\p{Pf}\p{Po}\p{Pd}\s]+$/u.test(segment) || (last && /[\p{Ps}\p{Pi}/-]$/u.test(last))
    if (last !== undefined && hangs) pieces[pieces.length - 1] = last + segment
    else pieces.push(segment)
  }
  return pieces
}

function broken(pieces: string[], ems: number, locale: Locale): string[] {
  const lines: string[] = []
  let line = ''
  for (const piece of pieces.flatMap((it) => chopped(it, ems, locale))) {
    if (line && widthOf((line + piece).trimEnd(), locale) > ems) {
      lines.push(line.trim())
      line = ''
    }
    line += piece
  }
  return line.trim() ? [...lines, line.trim()] : lines
}

/** A word that is longer than a line, in parts that are not. */
function chopped(piece: string, ems: number, locale: Locale): string[] {
  if (widthOf(piece.trimEnd(), locale) <= ems) return [piece]
  const parts: string[] = ['']
  for (const letter of piece) {
    const part = parts.at(-1) ?? ''
    if (part && widthOf(part + letter, locale) > ems) parts.push(letter)
    else parts[parts.length - 1] = part + letter
  }
  return parts
}
