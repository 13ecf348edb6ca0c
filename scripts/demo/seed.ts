import { copyRows } from './copying.ts'
import type { Played } from './filing.ts'
import { liveThrough } from './living.ts'
import { rehearsalOf } from './memory.ts'
import type { Secrets } from './secrets.ts'

/** Whether nothing has been set up or filed yet. */
export async function isEmpty(d1: D1Database): Promise<boolean> {
  return (await d1.prepare('select 1 from organisations limit 1').first()) === null
}

/**
 * Writes the demo federation as it would look at `now`; answers its cases with their receipts. It refuses
 * a database that has a federation. Runs in Node: the stories happen in memory and are then copied.
 */
export async function seedDemo(d1: D1Database, now: Date, secrets: Secrets): Promise<Played[]> {
  if (!(await isEmpty(d1)))
    throw new Error('There is a federation already; the demo goes into an empty database.')
  const rehearsal = await rehearsalOf(d1)
  const played = await liveThrough(rehearsal, now, secrets)
  await copyRows(rehearsal, d1)
  return played
}
