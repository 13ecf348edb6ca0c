import { empty } from '../emptying.ts'
import { type Town, town } from './town.ts'

/** The town founded anew in an empty database, for tests of which each counts all that there is. */
export async function townAnew(database: D1Database, now?: Date): Promise<Town> {
  await empty(database)
  return town(database, now)
}
