import { digest } from '../../db/hmac.ts'

/** What a day leaves: the links made on it, those of strict cases apart, over the head of the day before. */
export interface DayLinks {
  day: string
  /** The head of the day before; empty for the first. */
  before: string
  /** `fold` of the links that a file of the record shows. */
  open: string
  /** `fold` of those that it does not: nobody can tell from it how many there are, or whether there is one. */
  sealed: string
}

/** The head of a day, which anybody may write down. */
export function headHash({ day, before, open, sealed }: DayLinks): Promise<string> {
  return digest(JSON.stringify([before, day, open, sealed]))
}

/** As many links are hashed at once; D1 answers them as one text. */
export const foldedAtOnce = 10_000

/** Hashes links in their order, `foldedAtOnce` at a time, on top of what was folded before. */
export function fold(before: string, links: string): Promise<string> {
  return digest(`${before} ${links}`)
}
