import { type SQL, sql } from 'drizzle-orm'
import { cases } from '../db/tables/cases.ts'
import { grievances } from '../db/tables/grievances.ts'
import type { State } from '../db/vocabulary.ts'
import { personSees, rowOf } from './sight.ts'

/**
 * How a case belongs with another one: that one was opened from it, or it from that one; that one is to be merged
 * into it, is merged into it, or it is merged into that one.
 */
export type Kin = 'parent' | 'child' | 'target' | 'living' | 'merged'

/** A case that belongs together with another one. */
export interface Relative {
  id: string
  number: number
  state: State
  kin: Kin
}

/** SQL over `cases` and their `grievances`, in one column: what belongs together with each, as far as he sees it. */
export function relativesSeenBy(staffId: string): SQL<string> {
  return sql<string>`(select json_group_array(json_array(it.id, it.number, it.state, it.kin)) from
    (select *, 'parent' as kin from cases p where p.id = ${cases.parentId}
      union all select *, 'child' from cases c where c.parent_id = ${cases.id}
      union all select *, 'target' from cases t where t.id = ${grievances.mergeTargetId}
      union all select *, 'living' from cases l where l.id = ${grievances.mergedIntoId}
      union all select m.*, 'merged' from grievances g join cases m on m.id = g.case_id
        where g.merged_into_id = ${cases.id}) as it
    where ${personSees(sql`${staffId}`, rowOf(sql`it`))})`
}

export function readRelatives(text: string): Relative[] {
  const rows: [string, number, State, Kin][] = JSON.parse(text)
  return rows
    .map(([id, number, state, kin]) => ({ id, number, state, kin }))
    .sort((a, b) => a.number - b.number)
}
