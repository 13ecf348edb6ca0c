import type { Random } from '../support/random.ts'
import type { Held, Town } from '../support/town/town.ts'

/** A town at some time in a random life of it, with the cases that were filed. */
export interface World {
  here: Town
  random: Random
  cases: Held[]
}
