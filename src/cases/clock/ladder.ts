import { type SQL, sql } from 'drizzle-orm'
import { isWith } from '../../engine/holders.ts'
import { administersAllSql } from '../../orgs/administering.ts'
import { personSees, rowOf } from '../sight.ts'

/**
 * Who is told of a case that is late, step by step: head, deputy, chair, those of the federation, and at last
 * its administrators, who read no cases and get its number only.
 */
const rungs = sql`(select 1 as step, 'department_head' as role, 0 as only
  union all select 2, 'deputy_chair', 0 union all select 3, 'chair', 0
  union all select 4, 'deputy_chair', 4 union all select 4, 'chair', 4)`

/** The step of the administrators, above all others. */
export const top = 5

const late = rowOf(sql`late`)

/** Over `late`, `role_grants g` and `staff s`: is there, and sees the case. */
const sees = sql`s.id = g.staff_id and s.active = 1 and ${personSees(sql`s.id`, late)}`

/** The same, and has it. */
const holds = sql`${sees} and ${isWith(sql`late`)}`

/** The same over `rungs r`: stands on a step that the case has come to, or higher. */
const stands = sql`${sees} and r.step >= late.step and g.role = r.role and g.org_path in ${late.paths}
  and (r.only = 0 or length(g.org_path) = r.only)`

/** SQL over `late`: whether anybody has it. */
const isHeld = sql`exists (select 1 from role_grants g, staff s where ${holds})`

/** SQL over `late`: whether anybody stands above it. */
const hasAbove = sql`exists (select 1 from ${rungs} r, role_grants g, staff s where ${stands})`

/** SQL: rows of `late`, each with everybody who has it. */
export function holders(table: SQL): SQL {
  return sql`select distinct late.*, g.staff_id as told from ${table} as late, role_grants g, staff s where ${holds}`
}

/**
 * SQL: rows of `late`, each with those who are told: who has it, on every step, for he may have it only since
 * yesterday; and the nearest on the lowest step where there is anybody who sees it.
 */
export function holdersAndAbove(table: SQL): SQL {
  return sql`${holders(table)}
    union select ${columns}, told from (
      select *, min(rung) over (partition by id) as lowest,
        max(near) over (partition by id, rung) as nearest from (
          select late.*, g.staff_id as told, r.step as rung, length(g.org_path) as near
          from ${table} as late, ${rungs} r, role_grants g, staff s where ${stands}))
    where rung = lowest and near = nearest`
}

/** SQL: rows of `late` that have come to the top, or have nobody above, each with every administrator. */
export function administratorsOfLate(table: SQL): SQL {
  return administratorsOf(table, sql`(late.step >= ${top} or not ${hasAbove})`)
}

/** SQL: rows of `late` that nobody has, each with every administrator. */
export function administratorsOfUnheld(table: SQL): SQL {
  return administratorsOf(table, sql`not ${isHeld}`)
}

function administratorsOf(table: SQL, which: SQL): SQL {
  return sql`select late.*, a.told from ${table} as late, (
      select distinct g.staff_id as told from role_grants g join staff s on s.id = g.staff_id
      where s.active = 1 and ${administersAllSql}) a
    where ${which}`
}

/** What the ladder and the mails ask of a case. */
export const columns = sql`id, parent_id, number, org_path, secrecy, confided_to, danger, due_at,
  holder_id, holder_org_id, holder_role, step`
