/**
 * Why a file is not taken: nobody knows what it is; it is cut or damaged; it moves, or shows pictures to a sound; or
 * something is in it that cannot be followed to its end.
 */
export type Unfitness = 'unknown_kind' | 'broken' | 'moving' | 'cannot_be_stripped'

/** Ends the reading of a file wherever it has come to; caught where files come in (`stripped.ts`). */
export class Unfit extends Error {
  readonly why: Unfitness

  constructor(why: Unfitness) {
    super(why)
    this.why = why
  }
}

/** Goes on only where a file is as it should be. */
export function mustBe(fits: boolean, why: Unfitness = 'broken'): asserts fits {
  if (!fits) throw new Unfit(why)
}
