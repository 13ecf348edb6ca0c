import { type SQL, sql } from 'drizzle-orm'
import { cases } from '../db/tables/cases.ts'
import type { State } from '../db/vocabulary.ts'
import { personSees, rowOf } from './sight.ts'

/** A case that another one was opened from, or that was opened from it. */
export interface Relative {
  id: string
  number: number
  state: State
  isParent: boolean
}

/** SQL over `cases`, in one column: the case it was opened from, and those opened from it. */
export function relativesSeenBy(staffId: string): SQL<string> {
  return sql<string>`(select json_group_array(json_array(it.id, it.number, it.state, it.parent_id is null)) from
    (select * from cases p where p.id = ${cases.parentId} union all
      select * from cases c where c.parent_id = ${cases.id}) as it
    where ${personSees(sql`${staffId}`, rowOf(sql`it`))})`
}

export function readRelatives(text: string): Relative[] {
  const rows: [string, number, State, number][] = JSON.parse(text)
  return rows
    .map(([id, number, state, isParent]) => ({ id, number, state, isParent: isParent === 1 }))
    .sort((a, b) => a.number - b.number)
}
