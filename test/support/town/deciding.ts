import type { Filing } from '../../../src/cases/filing.ts'
import { type Held, succeeded, type Town } from './town.ts'

/** A case that the township answered by itself, by a deputy chair of its own, who moves in for it. */
export async function answeredByTownship(here: Town, changes: Partial<Filing> = {}): Promise<Held> {
  const deputy = await here.person(crypto.randomUUID(), [['deputy_chair', 'township']])
  const held = await here.given('sign_off', changes)
  succeeded(await here.does(deputy, held, 'sign'))
  return held
}

/** The same, and its worker has appealed. */
export async function appealedToCounty(here: Town, changes: Partial<Filing> = {}): Promise<Held> {
  const held = await answeredByTownship(here, changes)
  succeeded(await here.workerDoes(held, 'appeal', { reason: 'Because of the story.' }))
  return held
}
