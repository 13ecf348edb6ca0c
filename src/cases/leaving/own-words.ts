import { type BareText, bareWords } from './bare-text.ts'

/** So many characters on end are no chance any more. */
export const runLength = 12

/**
 * Where a text says on end what somebody wrote, for twelve letters or digits or more, whatever marks and gaps stand
 * between them. One pass over each, by rolling sums; what has the same sum is compared.
 */
export function sharedRuns(mine: BareText, words: readonly string[]): { from: number; to: number }[] {
  const places = placesBySum(mine.text)
  if (places.size === 0) return []
  const shared = new Set<number>()
  for (const text of words) {
    const theirs = bareWords(text)
    eachSum(theirs, (sum, start) => {
      for (const place of places.get(sum) ?? [])
        if (!shared.has(place) && isSame(mine.text, place, theirs, start)) shared.add(place)
    })
  }
  return [...shared].map((place) => ({
    from: mine.from[place] ?? 0,
    to: mine.to[place + runLength - 1] ?? 0,
  }))
}

function placesBySum(text: string): Map<number, number[]> {
  const places = new Map<number, number[]>()
  eachSum(text, (sum, start) => {
    const same = places.get(sum)
    if (same) same.push(start)
    else places.set(sum, [start])
  })
  return places
}

const base = 31
/** What the first character of a run counts in its sum. */
const first = Array.from({ length: runLength - 1 }).reduce<number>((power) => Math.imul(power, base), 1)

/** The sum of each run of a text, with where the run begins. */
function eachSum(text: string, take: (sum: number, start: number) => void): void {
  let sum = 0
  for (let at = 0; at < text.length; at += 1) {
    if (at >= runLength) sum = (sum - Math.imul(text.charCodeAt(at - runLength), first)) | 0
    sum = (Math.imul(sum, base) + text.charCodeAt(at)) | 0
    if (at >= runLength - 1) take(sum, at - runLength + 1)
  }
}

function isSame(mine: string, place: number, theirs: string, start: number): boolean {
  for (let at = 0; at < runLength; at += 1)
    if (mine.charCodeAt(place + at) !== theirs.charCodeAt(start + at)) return false
  return true
}
