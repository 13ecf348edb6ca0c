import { and, eq, sql } from 'drizzle-orm'
import type { Statement } from '../db/client.ts'
import { cases } from '../db/tables/cases.ts'
import { dayIn, instantIn } from '../orgs/zone.ts'
import type { Case } from './access.ts'
import { type Deadline, deadlineFor } from './clocks.ts'
import type { Scene } from './moving.ts'
import { type Action, actions, type Clock, transition } from './workflow.ts'

const slice = 20

/**
 * Computes the provisional dates (暂定) again that fall in a year whose holidays are known by now. Answers
 * how many; what is over its slice waits for the next run.
 */
export async function recount(scene: Scene): Promise<number> {
  const { db } = scene
  const found = await provisionalOnes(scene)
  const updates: Statement[] = found.map(({ theCase, action, at }) =>
    db
      .update(cases)
      .set(deadlineOf(scene, theCase, action, new Date(at)))
      .where(and(eq(cases.id, theCase.id), eq(cases.turn, theCase.turn))),
  )
  const [first, ...rest] = updates
  if (first) await db.batch([first, ...rest])
  return found.length
}

/** Each with the act that set its deadline, and when. */
async function provisionalOnes(scene: Scene) {
  const setter = (column: 'action' | 'at') =>
    sql`(select ${sql.raw(column)} from case_events e where e.case_id = cases.id and e.action in ${clockActs}
      order by seq desc limit 1)`
  return scene.db
    .select({ theCase: cases, action: sql<Action>`${setter('action')}`, at: sql<number>`${setter('at')}` })
    .from(cases)
    .where(sql`provisional = 1 and closed_at is null and due_at < ${knownUntil(scene).getTime()}`)
    .limit(slice)
}

const clockActs = actions.filter((action) => typeof clockOf(action) === 'string')

function clockOf(action: Action): Clock | undefined {
  const { clock } = transition(action)
  if (clock === 'none') return undefined
  // An extension lengthens the time to finish; counted again, it starts where that does.
  return clock === 'extension' ? 'finish' : clock
}

function deadlineOf({ rules }: Scene, it: Case, action: Action, at: Date): Partial<Deadline> {
  const clock = clockOf(action)
  return clock ? deadlineFor(clock, it, rules, at) : { provisional: false }
}

/** The end of the last year in a row, from this one on, whose holidays are known. */
function knownUntil({ rules: { settings, calendar }, now }: Scene): Date {
  let year = Number(dayIn(settings.zone, now).slice(0, 4))
  while (calendar.isKnown(`${year}-01-01`)) year += 1
  return instantIn(settings.zone, `${year}-01-01`)
}
