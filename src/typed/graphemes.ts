/**
 * How long a text is to who wrote it: a rare character, a letter with its accents and a family of emoji are one
 * each. All limits count like this.
 */
export function lengthOf(text: string): number {
  return count(text, Number.POSITIVE_INFINITY)
}

/** Whether a text is no longer than that. */
export function isWithin(text: string, most: number): boolean {
  // No grapheme is less than one unit, so that hardly any text has to be counted.
  return text.length <= most || count(text, most) <= most
}

let segmenter: Intl.Segmenter | undefined

/** Stops past the most that is asked for. */
function count(text: string, most: number): number {
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'grapheme' })
  let found = 0
  for (const _ of segmenter.segment(text)) {
    found += 1
    if (found > most) break
  }
  return found
}
