import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Db } from '../db/client.ts'
import { cases } from '../db/tables/cases.ts'
import { waitedForRoles } from '../orgs/roles.ts'
import { nearestWith, ownAuthors } from './holders.ts'
import type { Scene } from './moving.ts'
import { eachCase } from './sight.ts'
import { superviseWhere } from './supervising.ts'

export { lapse } from './lapsing.ts'
export { recount } from './recounting.ts'
export { tellOverdue } from './telling.ts'

/**
 * Marks the lamps of cases that the union has: red past the deadline, amber near it. Two updates by an
 * index; only cases whose lamp changes are read.
 */
export async function markLamps(db: Db, now: Date): Promise<void> {
  const at = now.getTime()
  await db.batch([
    db
      .update(cases)
      .set({ lamp: 'red' })
      .where(and(inArray(cases.lamp, ['green', 'amber']), sql`${cases.dueAt} < ${at}`, isOurs)),
    db
      .update(cases)
      .set({ lamp: 'amber' })
      .where(and(eq(cases.lamp, 'green'), sql`${cases.amberAt} <= ${at}`, isOurs)),
  ])
}

const isOurs = and(isNull(cases.closedAt), sql`${cases.holderRole} is not null`)

/**
 * Starts supervision where a deadline passed, half of the time went by without a note, or nobody wrote to
 * the worker in time. To be run before `markLamps`, which it takes as the mark of what it has seen.
 */
export async function superviseLate(scene: Scene): Promise<void> {
  const at = scene.now.getTime()
  const overdue = sql`lamp in ('green', 'amber') and due_at < ${at} and closed_at is null and holder_role is not null`
  const silent = sql`half_at <= ${at} and half_at is not null and closed_at is null`
  const unmet = sql`contact_due_at < ${at} and contacted_at is null and closed_at is null`
  await scene.db.batch([
    ...superviseWhere(scene, overdue, 'overdue'),
    ...superviseWhere(scene, silent, 'silence'),
    scene.db.update(cases).set({ halfAt: null }).where(sql`half_at <= ${at} and half_at is not null`),
    ...superviseWhere(scene, unmet, 'no_contact'),
  ])
}

/**
 * Finds a place for cases that nobody had, as soon as somebody holds the role; and for those that wait
 * where the last one who held it has left. A few index look-ups for each organisation.
 */
export async function findHolders({ db }: Scene): Promise<void> {
  const found = { holderOrgId: nearestWith(sql`cases.holder_role`, eachCase, ownAuthors) }
  const nowhere = sql`holder_id is null and holder_org_id is null and holder_role in ${waitedForRoles}`
  await db.batch([
    db.update(cases).set(found).where(sql`rowid in (${deserted})`),
    db.update(cases).set(found).where(nowhere),
  ])
}

/** Cases that wait for a role at an organisation where nobody has it any more. */
const deserted = sql`
  with role(name) as (select value from json_each(${JSON.stringify(waitedForRoles)}))
  select c.rowid from organisations o cross join role cross join cases c
  where c.holder_id is null and c.holder_org_id = o.id and c.holder_role = role.name
    and not exists (select 1 from role_grants g join staff s on s.id = g.staff_id
      where g.org_path = o.path and g.role = role.name and s.active = 1)`
