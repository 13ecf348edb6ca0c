import { type SQL, sql } from 'drizzle-orm'
import type { Statement } from '../db/client.ts'
import { caseEvents, messages } from '../db/tables/cases.ts'
import type { Scene } from '../orgs/scene.ts'
import { startOfDay } from '../orgs/zone.ts'
import type { Move } from './move.ts'
import { onlyWhile } from './only-while.ts'
import type { Change } from './process.ts'
import { isSaidAgain, type Sent } from './repeating.ts'

/**
 * Statement, before all others of its batch, for what a worker may do so often a day: where he has, the
 * batch falls before it has written anything. A second tap on
 * the last one is let through.
 */
export function keepWithinDay(scene: Scene, sent: Sent, move: Move, change: Change): Statement[] {
  if (!isLimited(sent, move)) return []
  return [onlyWhile(scene, sent.caseId, sql`not ${isSpent(scene, sent, move, change)}`)]
}

/** Whether that is why a batch fell. */
export async function isDaySpent(scene: Scene, sent: Sent, move: Move, change: Change): Promise<boolean> {
  if (!isLimited(sent, move)) return false
  const [row] = await scene.db.all<{ spent: number }>(
    sql`select ${isSpent(scene, sent, move, change)} as spent`,
  )
  return row?.spent === 1
}

function isLimited({ actor }: Sent, { perDay }: Move): boolean {
  return perDay !== undefined && actor.kind === 'worker'
}

function isSpent(scene: Scene, sent: Sent, { perDay, unrecorded, free }: Move, change: Change): SQL {
  // What makes a turn is never made twice for the same one.
  const mayBeAgain = free && !change.mayRepeat
  const again = mayBeAgain ? (change.again ?? isSaidAgain(scene, sent)) : sql`false`
  const today = startOfDay(scene.rules.settings.zone, scene.now)
  const done = unrecorded ? messagesSince(sent, today) : eventsSince(sent, today)
  return sql`(${done} >= ${perDay} and not ${again})`
}

function eventsSince({ caseId, action }: Sent, day: Date): SQL {
  return sql`(select count(*) from ${caseEvents}
    where case_id = ${caseId} and at >= ${day.getTime()} and action = ${action} and actor = 'worker')`
}

function messagesSince({ caseId }: Sent, day: Date): SQL {
  return sql`(select count(*) from ${messages}
    where case_id = ${caseId} and at >= ${day.getTime()} and from_worker = 1)`
}
