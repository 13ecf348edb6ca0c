import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/**
 * The outbox of what follows a change of a case: one row for each case that changed since. Triggers on what happened,
 * on what was written and on another key put it there, so that no writer can forget it (by hand in migrations 25, 31, 32).
 */
export const changedCases = sqliteTable('changed_cases', {
  caseId: text('case_id').primaryKey(),
  /** When the run began that took it on, in milliseconds; 0 for none. Whatever changes it meanwhile takes this back. */
  claimed: integer('claimed').notNull(),
})
