import { type SQL, sql } from 'drizzle-orm'
import { eachCase, isNotStrict, personSees } from '../cases/sight.ts'
import type { Statement } from '../db/client.ts'
import { randomIdSql } from '../db/id.ts'
import { insertSelect } from '../db/insert-select.ts'
import { notices } from '../db/tables/notices.ts'
import type { NoticeKind } from '../db/vocabulary.ts'
import { deliver } from '../notices/delivering.ts'
import { administersAllSql } from '../orgs/administering.ts'
import { overseeingRoles, readsCasesSql } from '../orgs/roles.ts'
import type { Scene } from '../orgs/scene.ts'
import { contactDue } from './contact-duties.ts'
import { gather, isTooMuch, itself } from './gathering.ts'
import { isWith, nearestWith } from './holders.ts'

/** Why a case cannot wait: danger to life, the wages of ten or more, or a worker punished for speaking. */
export const urgentReasons = ['danger', 'many', 'retaliation'] as const
export type UrgentReason = (typeof urgentReasons)[number]

/**
 * Whom a move tells: those who have the case then; the nearest chair, but for its handler; those who have it or,
 * where nobody of the union has, the duty officers; those who oversee the union there and above; or the
 * federation's administrators where nobody may take it.
 */
export type Told = 'holders' | 'chair' | 'answerers' | 'overseers' | 'administrators_if_nobody'

export interface Telling {
  who: Told
  notice: NoticeKind
  /** Why; the same reason is told once for a case, but for that nobody has it; without one each event is told. */
  why?: UrgentReason | 'nobody'
  /** The case that it is about, if not the one that the move is made on. */
  about?: string | undefined
  /** What makes it one, where it is neither the reason nor the turn. */
  event?: string
}

/**
 * Statements, for the batch of their cause and after the case: what one case is to be told of, a notice for
 * each person, found when it runs; where it is one of very many, those are told together. `turn` is the event
 * that caused it.
 */
export function tell(
  scene: Scene,
  caseId: string,
  { who, notice, why, event: once }: Telling,
  turn: number,
): Statement[] {
  const { db, now } = scene
  const event = once ?? (why === 'nobody' ? `nobody after ${turn}` : why) ?? String(turn)
  const data = sql`json_object('cases', json_array(${itself}),
    'why', ${why ?? null}${notice === 'urgent_case' ? sql`, 'contactBy', ${contactDue}` : sql``})`
  scene.news.waiting = true
  const toWhom = sql`from cases join role_grants g on ${people[who]} join staff s on s.id = g.staff_id
    where cases.id = ${caseId} and s.active = 1
      and ${who === 'administrators_if_nobody' ? nobodyHasIt : personSees(sql`s.id`)}`
  return [
    insertSelect(
      db,
      notices,
      { id: randomIdSql, staffId: sql`s.id`, caseId, kind: notice, event, data, at: now },
      sql`${toWhom} and not ${isTooMuch(notice, now)} group by s.id`,
    ).onConflictDoNothing(),
    deliver(scene, sql`n.case_id = ${caseId} and n.kind = ${notice} and n.event = ${event}`),
    ...gather(scene, { kind: notice, event, why: why ?? null, from: toWhom }),
  ]
}

/**
 * Tells the people of many cases, of each once an event: `from` is a join with `cases`, `event` may depend on its
 * rows. Run twice, it finds them told.
 */
export async function tellAll(
  { db, now, news }: Scene,
  { from, which }: { from: SQL; which: SQL },
  { who, notice, event }: { who: Exclude<Told, 'administrators_if_nobody'>; notice: NoticeKind; event: SQL },
): Promise<void> {
  const isTold = sql`exists (select 1 from notices n where n.case_id = cases.id and n.kind = ${notice} and n.event = ${event})`
  const data = sql`json_object('cases', json_array(${itself}))`
  const row = {
    id: randomIdSql,
    staffId: sql`s.id`,
    caseId: sql`cases.id`,
    kind: notice,
    event,
    data,
    at: now,
  }
  const [told] = await db.batch([
    insertSelect(
      db,
      notices,
      row,
      sql`from ${from} join role_grants g on ${people[who]} join staff s on s.id = g.staff_id
        where ${which} and s.active = 1 and ${personSees(sql`s.id`)} and not ${isTold}
        group by cases.id, s.id`,
    ).onConflictDoNothing(),
    deliver({ db, now }, sql`n.at = ${now.getTime()} and n.kind = ${notice}`),
  ])
  if (told.meta.changes > 0) news.waiting = true
}

/** SQL over `cases`: where the chair is who decides about what its handler wants. */
export const chairOf = nearestWith('chair', eachCase, sql`g.staff_id is cases.handler_id`)

/** Over `cases` and `role_grants g`. */
const people: Record<Told, SQL> = {
  holders: isWith,
  chair: sql`(g.role = 'chair'
    and g.org_path = (select o.path from organisations o where o.id = ${chairOf}))`,
  answerers: sql`(${isWith} or (cases.holder_role is null and g.role = 'duty_officer'
    and g.org_path = (select o.path from organisations o where o.id = ${nearestWith('duty_officer')})))`,
  // At or above; of a strict case whoever sees it, for he is named, in whatever role.
  overseers: sql`(g.org_path in ${eachCase.paths} and (g.role in ${overseeingRoles}
    or (not (${isNotStrict}) and ${readsCasesSql(sql`g.role`)})))`,
  administrators_if_nobody: administersAllSql,
}

const nobodyHasIt = sql`cases.holder_role is not null and cases.holder_id is null and cases.holder_org_id is null`
