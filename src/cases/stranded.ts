import { type SQL, sql } from 'drizzle-orm'
import type { Db } from '../db/client.ts'
import type { Bilingual, Role } from '../db/vocabulary.ts'
import { words } from '../db/words.ts'
import { anyOf } from '../engine/barred.ts'
import { isInHands } from '../engine/holders.ts'
import type { Move } from '../engine/move.ts'
import { readsCasesSql } from '../orgs/roles.ts'
import { mayBeGiven } from './grievance/dispatching.ts'
import { processes } from './processes.ts'
import { eachCase, isNamed, mayKnow } from './sight.ts'

/**
 * Why nobody may act on a case: nobody has the role there or above; nobody of those is named for it; all are
 * barred, by what they did or because they stand aside; or there is no handler whom it could be given to.
 */
export const strandings = ['no_role', 'not_named', 'barred', 'no_handler'] as const
export type Stranding = (typeof strandings)[number]

/** A case on which nobody may act, as an administrator may know of it: he reads no cases. */
export interface Stranded {
  id: string
  number: number
  org: Bilingual
  /** The role that it waits for; null where the worker has it, and nobody would see what he writes. */
  role: Role | null
  why: Stranding
}

const all = Object.values(processes)

/** The open cases on which nobody may act, danger first: how many, and so many of them. */
export async function listStranded(db: Db, limit: number): Promise<{ count: number; cases: Stranded[] }> {
  const rows = await db.all<Omit<Stranded, 'org'> & { org: string; total: number }>(
    sql`select it.*, count(*) over () as total from ${strandedCases()} as it
      order by danger desc, due_at, number limit ${limit}`,
  )
  const cases = rows.map(({ id, number, org, role, why }) => ({
    id,
    number,
    org: JSON.parse(org),
    role,
    why,
  }))
  return { count: rows[0]?.total ?? 0, cases }
}

/** SQL over `cases`: open, and nobody may act on it. Where the worker has it, somebody has to see it. */
const isStranded = sql`cases.closed_at is null and case when cases.holder_role is null
    then not exists (select 1 from role_grants g join staff s on s.id = g.staff_id where s.active = 1
      and g.org_path in ${eachCase.paths} and ${readsCasesSql(sql`g.role`)} and ${mayKnow(sql`s.id`)})
    else not ${isInHands(all)} or (${isToBeGiven()} and not ${hasCandidate()}) end`

/**
 * SQL, a table: the cases on which nobody may act, with where, for which role and why. None that is closed is read,
 * and of danger none else.
 */
export function strandedCases(which: 'all' | 'danger' = 'all'): SQL {
  const of = which === 'all' ? sql`cases_open` : sql`cases_danger`
  return sql`(select cases.id, cases.number, cases.danger, cases.due_at, o.name as org,
      cases.holder_role as role, ${why()} as why
    from cases indexed by ${of} join organisations o on o.id = cases.org_id
    where ${which === 'all' ? sql`true` : sql`cases.danger = 1`} and ${isStranded})`
}

/** SQL over `cases`: whether somebody of the union gives it to a handler of his choice where it is, and as it is. */
function isToBeGiven(): SQL {
  const lines = all.flatMap(({ moves, guards }) => {
    const asked: Record<string, { sql?: SQL }> = guards
    return Object.values<Move>(moves)
      .filter(({ gives }) => gives !== undefined)
      .map(({ from, when = [] }) => {
        const conditions = when.flatMap((name) => asked[name]?.sql ?? [])
        return sql`(${sql.join([sql`cases.state in ${words(from)}`, ...conditions], sql` and `)})`
      })
  })
  return anyOf(lines)
}

function hasCandidate(): SQL {
  return sql`exists (select 1 from role_grants g join staff s on s.id = g.staff_id where ${mayBeGiven})`
}

function why(): SQL {
  const somebody = (which: SQL) =>
    sql`exists (select 1 from role_grants g join staff s on s.id = g.staff_id
      where s.active = 1 and g.org_path in ${eachCase.paths} and ${which})`
  const inRole = sql`(g.role = cases.holder_role or (cases.holder_role is null and ${readsCasesSql(sql`g.role`)}))`
  return sql`case when cases.holder_role is not null and ${isInHands(all)} then 'no_handler'
    when not ${somebody(inRole)} then 'no_role'
    when not ${somebody(sql`${inRole} and ${isNamed(sql`s.id`)}`)} then 'not_named'
    else 'barred' end`
}
