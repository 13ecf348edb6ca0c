import { sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { flag } from '../columns.ts'

/**
 * The outbox of what follows a change of a case: one row for each case that changed since. Triggers on what happened
 * and what was written put it there, so that no writer can forget it (by hand in migration 25).
 */
export const changedCases = sqliteTable('changed_cases', {
  caseId: text('case_id').primaryKey(),
  /** A job is at it; whatever changes it meanwhile takes this back, and it stays. */
  claimed: flag('claimed').notNull(),
})
