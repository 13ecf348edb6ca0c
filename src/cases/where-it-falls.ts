import { type SQL, sql } from 'drizzle-orm'
import type { Bilingual, Role } from '../db/vocabulary.ts'
import { barredFrom } from '../engine/barred.ts'
import { barredFromSteps, isInHands, nearestWith } from '../engine/holders.ts'
import { roleAskedFor } from '../engine/places.ts'
import type { Falling, FallingTo, Loss } from '../orgs/parting.ts'
import type { Scene } from '../orgs/scene.ts'
import { grievance } from './grievance/process.ts'
import { processes } from './processes.ts'
import { eachCase, mayKnow } from './sight.ts'

const all = Object.values(processes)
/** How many of those who hold a role somewhere are named. */
const named = 3

/**
 * Which open cases nobody may act on any more where they are, once somebody has lost what he is to lose, and where
 * handing over would bring them: found as it will be found then, with his grants (`gone`, of `role_grants g`) left out.
 */
export async function whereItFalls(
  { db }: Pick<Scene, 'db'>,
  { loss, gone, waiting }: { loss: Loss; gone: SQL; waiting: SQL },
): Promise<Falling> {
  const falls = sql`cases.closed_at is null and ${isInHands(all)} and not ${isInHands(all, gone)}`
  const asked = roleAskedFor(all)
  const before = (role: SQL | Role, barred: SQL) => nearestWith(role, eachCase, sql`${barred} or ${gone}`)
  // A case that lost its handler is dispatched anew, by a duty officer.
  const toDispatch = before('duty_officer', barredFrom(grievance, 'accepted', 'duty_officer'))
  const fallen = sql`select cases.*, 'own' as what, 'duty_officer' as asked, ${toDispatch} as place from cases
      where cases.holder_id = ${loss.staffId} and ${falls}
    union all select cases.*, 'waiting', ${asked}, ${before(asked, barredFromSteps(all, asked))} from cases
      where ${waiting} and ${falls}`
  const people = sql`(select json_group_array(name) from (select distinct s.name as name from role_grants g
    join staff s on s.id = g.staff_id and s.active = 1
    where g.org_id = cases.place and g.role = cases.asked and not (${gone}) and ${mayKnow(sql`g.staff_id`)}
    order by s.name limit ${named}))`
  const rows = await db.all<Row>(
    sql`select f.what, f.role, count(*) as count, o.name as org, f.people
      from (select cases.what, cases.asked as role, cases.place, ${people} as people from (${fallen}) cases) f
      left join organisations o on o.id = f.place
      group by f.what, f.role, f.place, f.people order by count(*) desc`,
  )
  const sum = (what: FallingTo['what']) => rows.reduce((n, row) => n + (row.what === what ? row.count : 0), 0)
  return { own: sum('own'), waiting: sum('waiting'), places: rows.map(placeFrom) }
}

interface Row {
  what: FallingTo['what']
  role: Role
  count: number
  org: string | null
  people: string
}

function placeFrom({ org, people, ...row }: Row): FallingTo {
  return { ...row, org: org === null ? null : (JSON.parse(org) as Bilingual), people: JSON.parse(people) }
}
