import { sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { flag, instant } from '../columns.ts'

/**
 * The key of each case, wrapped by the key of a month that no database knows. Where the row is gone, nobody reads
 * the words of the case again; once that month is over, in no backup either.
 */
export const caseKeys = sqliteTable('case_keys', {
  caseId: text('case_id').primaryKey(),
  /** Named by whatever it encrypted. */
  id: text('id').notNull(),
  /** Which secret, month and salt: `secret.2026-11.salt`. */
  wrappedBy: text('wrapped_by').notNull(),
  wrapped: text('wrapped').notNull(),
})

/**
 * How far the jobs of the keys have come, and those that go round the record, in the order of the cases' ids or of
 * days. Of the rotation of a secret
 * (`npm run keys:rotate`): the place of the old one, and what names the new one.
 */
export const keyJobs = sqliteTable('key_jobs', {
  job: text('job', {
    enum: ['encrypting', 'rewrapping', 'rotating', 'rechecking_cases', 'rechecking_days'],
  }).primaryKey(),
  /** The last case that was looked at. */
  upTo: text('up_to').notNull(),
  /** For what: of rewrapping, the key that wraps now. Begun anew for another one. */
  for: text('for').notNull(),
  done: flag('done').notNull(),
  /** When the last case was reached; what cannot be taken back waits for another look after that. */
  reachedAt: instant('reached_at'),
})
