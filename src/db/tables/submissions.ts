import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { encrypted, flag, instant } from '../columns.ts'
import { locales, modes } from '../vocabulary.ts'

/**
 * One filled-in form version, under the id of its case: of a form that is sent twice the second has no room. The database
 * still has the `idempotency_key` that the version before writes while this one is deployed (migration 25).
 */
export const submissions = sqliteTable(
  'submissions',
  {
    id: text('id').primaryKey(),
    formVersionId: text('form_version_id').notNull(),
    siteCode: text('site_code'),
    answers: encrypted('answers').notNull(),
    locale: text('locale', { enum: locales }).notNull(),
    mode: text('mode', { enum: modes }).notNull(),
    createdAt: instant('created_at').notNull(),
    /** When its worker had what he wrote deleted; null as long as it is there. */
    erasedAt: instant('erased_at'),
  },
  // The answers of a form, as they came.
  (t) => [index('submissions_version').on(t.formVersionId, t.createdAt)],
)

/**
 * The vault: what names a worker, apart from his answers. Each look is an event with a reason; what is sealed opens
 * with the receipt of its worker and with nothing else.
 */
export const identities = sqliteTable('identities', {
  caseId: text('case_id').primaryKey(),
  details: encrypted('details').notNull(),
  sealed: flag('sealed').notNull().default(false),
})

/** How many filings a day has seen at each site, for the ceilings; a filing without a site is at ''. */
export const dailyFilings = sqliteTable(
  'daily_filings',
  {
    day: text('day').notNull(),
    siteCode: text('site_code').notNull(),
    count: integer('count').notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.day, t.siteCode] })],
)
