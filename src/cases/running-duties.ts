import { type SQL, sql } from 'drizzle-orm'
import type { DutyHolder, DutyKind } from '../db/vocabulary.ts'

/** A duty of a case that runs, as pages show it. */
export interface RunningDuty {
  kind: DutyKind
  holder: DutyHolder
  dueAt: Date
  provisional: boolean
}

/** The same as JSON keeps it. */
export type RunningRow = [DutyKind, DutyHolder, number, number]

/**
 * SQL, in one column: the duties of a case that run, as `readDuties` takes them; sorted only there, for an aggregate
 * promises no order.
 */
export function runningDuties(caseId: SQL): SQL<string> {
  return sql<string>`(select json_group_array(json_array(d.kind, d.holder, d.due_at, d.provisional))
    from duties d where d.case_id = ${caseId} and d.ended_at is null)`
}

/** What is owed by now, the union's before the worker's, soonest first. */
export function readDuties(rows: readonly RunningRow[]): RunningDuty[] {
  return rows
    .map(([kind, holder, dueAt, provisional]) => ({
      kind,
      holder,
      dueAt: new Date(dueAt),
      provisional: provisional === 1,
    }))
    .sort((a, b) => a.holder.localeCompare(b.holder) || a.dueAt.getTime() - b.dueAt.getTime())
}
