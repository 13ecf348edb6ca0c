import type { Locale } from '../../db/vocabulary.ts'

/** Lines of a text in one size. */
export interface Fitted {
  size: number
  lines: string[]
}

const kept = new Map<string, Fitted>()

/**
 * A text in the first of these sizes in which it needs so many lines at most; in the last of them, if in none. A drawing
 * does not break lines by itself, so widths are reckoned, on the generous side. A hundred posters say mostly the same,
 * so what was reckoned is kept.
 */
export function fitted(text: string, locale: Locale, width: number, sizes: number[], most: number): Fitted {
  const key = [locale, width, sizes, most, text].join(' ')
  const found = kept.get(key) ?? reckoned(text, locale, width, sizes, most)
  if (kept.size >= 500) kept.clear()
  kept.set(key, found)
  return found
}

function reckoned(text: string, locale: Locale, width: number, sizes: number[], most: number): Fitted {
  for (const size of sizes) {
    const lines = linesOf(text, locale, width / size)
    if (lines.length <= most || size === sizes.at(-1)) return { size, lines }
  }
  return { size: 0, lines: [] }
}

/** The lines of a text, none wider than so many ems, and all about as long. */
export function linesOf(text: string, locale: Locale, ems: number): string[] {
  if (widthOf(text, locale) <= ems) return text.trim() ? [text.trim()] : []
  const pieces = piecesOf(text, locale).flatMap((it) => chopped(it, ems))
  const lines = broken(pieces, ems)
  const widest = Math.max(...pieces.map((it) => it.width))
  const least = Math.max(widest, ems / 2)
  for (let narrower = ems * 0.94; narrower > least; narrower *= 0.94) {
    const closer = broken(pieces, narrower)
    if (closer.length > lines.length) break
    lines.splice(0, lines.length, ...closer)
  }
  return lines
}

/** What is not broken, and how wide it is without the gap at its end and with it. */
interface Piece {
  text: string
  width: number
  whole: number
}

const pieceOf = (text: string, locale: Locale): Piece => ({
  text,
  width: widthOf(text.trimEnd(), locale),
  whole: widthOf(text, locale),
})

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

const segmenters = {
  zh: new Intl.Segmenter('zh', { granularity: 'word' }),
  en: new Intl.Segmenter('en', { granularity: 'word' }),
}

/** What belongs together on a line: words, each with the marks that follow it or open before it. */
function piecesOf(text: string, locale: Locale): Piece[] {
  const pieces: string[] = []
  for (const { segment } of segmenters[locale].segment(text)) {
    const last = pieces.at(-1)
    const hangs =
      /^[\p{Pe}\p{Pf}\p{Po}\p{Pd}\s]+$/u.test(segment) || (last && /[\p{Ps}\p{Pi}/-]$/u.test(last))
    if (last !== undefined && hangs) pieces[pieces.length - 1] = last + segment
    else pieces.push(segment)
  }
  return pieces.map((piece) => pieceOf(piece, locale))
}

function broken(pieces: Piece[], ems: number): string[] {
  const lines: string[] = []
  let line = ''
  let filled = 0
  for (const { text, width, whole } of pieces) {
    if (line && filled + width > ems) {
      lines.push(line.trim())
      line = ''
      filled = 0
    }
    line += text
    filled += whole
  }
  return line.trim() ? [...lines, line.trim()] : lines
}

/** A word that is longer than a line, in parts that are not. */
function chopped(piece: Piece, ems: number): Piece[] {
  if (piece.width <= ems) return [piece]
  const letters = [...piece.text]
  const each = Math.max(1, Math.floor((ems / piece.whole) * letters.length))
  const share = (count: number) => (piece.whole / letters.length) * count
  return Array.from({ length: Math.ceil(letters.length / each) }, (_, at) => {
    const part = letters.slice(at * each, (at + 1) * each)
    return { text: part.join(''), width: share(part.length), whole: share(part.length) }
  })
}
