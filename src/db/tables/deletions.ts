import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { instant } from '../columns.ts'
import { deletedKinds, deletionReasons } from '../deleted.ts'

/** What was deleted, how many of it, when and why; no content. */
export const deletions = sqliteTable(
  'deletions',
  {
    id: text('id').primaryKey(),
    at: instant('at').notNull(),
    /** Null where it belonged to no case. */
    caseNumber: integer('case_number'),
    what: text('what', { enum: deletedKinds }).notNull(),
    why: text('why', { enum: deletionReasons }).notNull(),
    count: integer('count').notNull().default(1),
  },
  (t) => [index('deletions_at').on(t.at)],
)
