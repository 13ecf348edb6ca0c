import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { instant } from '../columns.ts'

/** What was deleted, when and why; no content. */
export const deletions = sqliteTable(
  'deletions',
  {
    id: text('id').primaryKey(),
    at: instant('at').notNull(),
    caseNumber: integer('case_number').notNull(),
    what: text('what').notNull(),
    why: text('why').notNull(),
  },
  (t) => [index('deletions_at').on(t.at)],
)
