import { type SQL, sql } from 'drizzle-orm'
import { isWith, mayAct } from '../../engine/holders.ts'
import { administratorsOfAllSql } from '../../orgs/administering.ts'
import { processes } from '../processes.ts'
import { eachCase, personSees } from '../sight.ts'
import { watchingSteps } from '../watching.ts'

/**
 * Who is told of a case that is late, step by step: head, deputy, chair, those of the federation, and at last
 * its administrators, who read no cases and get its number only.
 */
const rungs = sql`(select 1 as step, 'department_head' as role, 0 as only
  union all select 2, 'deputy_chair', 0 union all select 3, 'chair', 0
  union all select 4, 'deputy_chair', 4 union all select 4, 'chair', 4)`

/** The step of the administrators, above all others. */
export const top = 5

const all = Object.values(processes)

/** Over `cases`, `role_grants g` and `staff s`: has the case, and may act on it. */
const holds = sql`s.id = g.staff_id and ${isWith} and ${mayAct(all)}`

/** The same over `rungs r`: sees the case, and stands on a step that it has come to, or higher. */
const stands = sql`s.id = g.staff_id and s.active = 1 and ${personSees(sql`s.id`)}
  and r.step >= cases.step and g.role = r.role and g.org_path in ${eachCase.paths}
  and (r.only = 0 or length(g.org_path) = r.only)`

/** SQL over `cases`: whether anybody stands above it. */
const hasAbove = sql`exists (select 1 from ${rungs} r, role_grants g, staff s where ${stands})`

/** SQL: rows of late cases, each with everybody who has it. */
export function holders(table: SQL): SQL {
  return sql`select distinct cases.*, g.staff_id as told from ${table} as cases, role_grants g, staff s where ${holds}`
}

/**
 * SQL: rows of late cases, each with those who are told: who has it, on every step, for he may have it only since
 * yesterday; and the nearest on the lowest step where there is anybody who sees it.
 */
export function holdersAndAbove(table: SQL): SQL {
  return sql`${holders(table)} union ${nearest(table, rungs)}`
}

/** SQL: rows of `cases`, each with those who watch over it. */
export function watchers(table: SQL): SQL {
  return nearest(table, watchingSteps)
}

/** SQL: rows of `cases`, each with the nearest on the lowest of these steps where there is anybody who sees it. */
function nearest(table: SQL, steps: SQL): SQL {
  return sql`select ${columns}, told from (
      select *, min(rung) over (partition by id) as lowest,
        max(near) over (partition by id, rung) as nearest from (
          select cases.*, g.staff_id as told, r.step as rung, length(g.org_path) as near
          from ${table} as cases, ${steps} r, role_grants g, staff s where ${stands}))
    where rung = lowest and near = nearest`
}

/** SQL: rows of late cases that have come to the top, or have nobody above, each with every administrator. */
export function administratorsOfLate(table: SQL): SQL {
  return sql`select cases.*, administrator.staff_id as told from ${table} as cases, ${administratorsOfAllSql} administrator
    where cases.step >= ${top} or not ${hasAbove}`
}

/** What the ladder and the mails ask of a case. */
export const columns = sql`id, parent_id, number, org_path, secrecy, confided_to, danger, due_at,
  process, state, holder_id, holder_org_id, holder_role, handler_id, former_handler_id, step`
