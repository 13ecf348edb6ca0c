import { sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { instant } from '../columns.ts'

/**
 * What was published of a month (`2026-11`), and of months of a quarter (`2026-Q4`) or a year (`2026`) together;
 * a row is written once and never changes. `told` is what anybody sees, read by `figures/published.ts`; `counts`
 * what a month was made of, which nobody sees; null in a longer period, and where it was not kept.
 */
export const publications = sqliteTable('publications', {
  period: text('period').primaryKey(),
  publishedAt: instant('published_at').notNull(),
  told: text('told', { mode: 'json' }).$type<unknown>().notNull(),
  counts: text('counts', { mode: 'json' }).$type<unknown>(),
})
