import { primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { encrypted, instant } from '../columns.ts'

/**
 * What somebody typed and has not sent, and pages that answered him, for as long as his browser may ask for them.
 * Sealed with what only that browser has: the table yields nothing to who reads it. Rows come and go in order, and
 * there are never many.
 */
export const kept = sqliteTable(
  'kept',
  {
    /** A digest of the browser's secret and of the name in the address. */
    id: text('id').notNull(),
    sealed: text('sealed').notNull(),
    endsAt: instant('ends_at').notNull(),
  },
  (t) => [uniqueIndex('kept_id').on(t.id)],
)

/** What a cadre is writing on a case, by field: his, until he sends it or takes it back. */
export const drafts = sqliteTable(
  'drafts',
  {
    caseId: text('case_id').notNull(),
    staffId: text('staff_id').notNull(),
    words: encrypted('words').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.caseId, t.staffId] })],
)
