import { type SQL, sql } from 'drizzle-orm'
import type { Statement } from '../db/client.ts'
import { grievances } from '../db/tables/grievances.ts'
import { actOnAll } from '../engine/act-on-all.ts'
import { isInHands } from '../engine/holders.ts'
import { findPlaces } from '../engine/places.ts'
import type { Loss, PeopleOffice } from '../orgs/parting.ts'
import type { Scene } from '../orgs/scene.ts'
import { clockedOfNone } from './grievance/clocks.ts'
import { grievance } from './grievance/process.ts'
import { processes } from './processes.ts'
import { isConfidedTo } from './sight.ts'
import { whereItFalls } from './where-it-falls.ts'

const all = Object.values(processes)

/** Why a handler may not act any more; stored as the cause of the event. */
export const lossCauses = ['left', 'no_role', 'no_sight'] as const

/** What people have in hand, for the office that takes roles and accounts from them. */
export function workOf(scene: Scene): PeopleOffice['work'] {
  return {
    falling: (loss) => whereItFalls(scene, { loss, gone: goneBy(loss), waiting: waitsForHim(loss) }),
    handOver: (loss) => handOver(scene, loss),
    takeUp: () => [findPlaces(all, scene, nowhere)],
  }
}

/** Statements: what was with a person is with somebody who may act on it again, as far as there is anybody. */
function handOver(scene: Scene, loss: Loss): Statement[] {
  return [
    ...dispatchAnew(scene, sql`cases.holder_id = ${loss.staffId}`, 'system'),
    findPlaces(all, scene, waitsForHim(loss)),
  ]
}

/**
 * Statements: takes cases from handlers who may not act any more, to be dispatched to others. That dispatch is
 * none of the three, for nobody passed the case on, and nobody is kept from it who can handle it again later.
 */
export function dispatchAnew(scene: Scene, which: SQL, by: 'clock' | 'system'): Statement[] {
  const { from } = grievance.moves.lose_handler
  const lost = sql`${which} and cases.closed_at is null and not ${isInHands(all)}`
  const theirs = sql`case_id in (select cases.id from cases where cases.state in ${from} and ${lost})`
  const uncounted = scene.db.update(grievances).set({ dispatches: sql`max(0, dispatches - 1)` }).where(theirs)
  return actOnAll(grievance, scene, {
    action: 'lose_handler',
    by,
    which: lost,
    facts: (danger) => ({ ...clockedOfNone, danger }),
    cause,
    changes: { handlerId: null },
    also: [uncounted],
  })
}

/** SQL over `cases`: one of `lossCauses`. */
const cause = sql<string>`case
  when not exists (select 1 from staff s where s.id = cases.holder_id and s.active = 1) then 'left'
  when not exists (select 1 from role_grants g where g.staff_id = cases.holder_id and g.role = 'handler'
    and g.org_path = substr(cases.org_path, 1, length(g.org_path))) then 'no_role'
  else 'no_sight' end`

/** SQL over `cases`: open, and there was nobody for them. */
const nowhere = sql`cases.closed_at is null and cases.holder_org_id is null`

/** SQL over `cases`: those that wait where he had the role. */
function waitsForHim({ staffId, of }: Loss): SQL {
  if (typeof of === 'object' && 'role' in of)
    return sql`cases.holder_id is null and cases.holder_org_id = ${of.orgId} and cases.holder_role = ${of.role}`
  return sql`cases.number in (select c.number from role_grants w cross join cases c
    where w.staff_id = ${staffId} and c.holder_id is null and c.holder_org_id = w.org_id and c.holder_role = w.role)`
}

/** SQL over `cases` and `role_grants g`: the grants that are worth nothing after the loss. */
function goneBy({ staffId, of }: Loss): SQL {
  const his = sql`g.staff_id = ${staffId}`
  if (of === 'account') return his
  return 'role' in of
    ? sql`${his} and g.role = ${of.role} and g.org_id = ${of.orgId}`
    : sql`${his} and ${isConfidedTo(of.category)}`
}
