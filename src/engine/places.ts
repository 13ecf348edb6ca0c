import { type SQL, sql } from 'drizzle-orm'
import { eachCase } from '../cases/sight.ts'
import type { Statement } from '../db/client.ts'
import { cases } from '../db/tables/cases.ts'
import { waitedForRoles } from '../orgs/roles.ts'
import type { Scene } from '../orgs/scene.ts'
import { barredFromEach, nearestWith } from './holders.ts'
import type { Lines } from './process.ts'

/**
 * Statements that find a place for cases which nobody had, as soon as somebody holds the role; and for those
 * that wait where the last one who held it has left. A few index look-ups for each organisation.
 */
export function findPlaces(processes: readonly Lines<never>[], { db }: Pick<Scene, 'db'>): Statement[] {
  const place = placeOf(processes)
  const nowhere = sql`holder_id is null and holder_org_id is null and holder_role in ${waitedForRoles}`
  return [
    db.update(cases).set({ holderOrgId: place }).where(sql`rowid in (${deserted})`),
    db.update(cases).set({ holderOrgId: place }).where(nowhere),
  ]
}

/** SQL over `cases`: where each may wait for the role that it waits for; never further down than it does. */
function placeOf(processes: readonly Lines<never>[]): SQL<string | null> {
  const barred = processes.map(
    (process) => sql`(cases.process = ${process.name} and (${barredFromEach(process)}))`,
  )
  const below = sql`coalesce(length(g.org_path) >
    (select length(o.path) from organisations o where o.id = cases.holder_org_id), 0)`
  return nearestWith(sql`cases.holder_role`, eachCase, sql.join([...barred, below], sql` or `))
}

/** Statement: finds a place anew for cases that wait for a role, because others may see them now. */
export function findPlacesAnew(
  processes: readonly Lines<never>[],
  { db }: Pick<Scene, 'db'>,
  which: SQL,
): Statement {
  return db
    .update(cases)
    .set({ holderOrgId: placeOf(processes) })
    .where(sql`${which} and holder_id is null and holder_role in ${waitedForRoles}`)
}

/** Cases that wait for a role at an organisation where nobody has it any more. */
const deserted = sql`
  with role(name) as (select value from json_each(${JSON.stringify(waitedForRoles)}))
  select c.rowid from organisations o cross join role cross join cases c
  where c.holder_id is null and c.holder_org_id = o.id and c.holder_role = role.name
    and not exists (select 1 from role_grants g join staff s on s.id = g.staff_id
      where g.org_path = o.path and g.role = role.name and s.active = 1)`
