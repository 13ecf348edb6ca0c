import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { categories } from '../vocabulary.ts'

/** Monthly counts for the public board, computed by the hourly job. */
export const monthlyFigures = sqliteTable(
  'monthly_figures',
  {
    month: text('month').notNull(),
    category: text('category', { enum: categories }).notNull(),
    filed: integer('filed').notNull().default(0),
    contactsDue: integer('contacts_due').notNull().default(0),
    contactsInTime: integer('contacts_in_time').notNull().default(0),
    rated: integer('rated').notNull().default(0),
    solved: integer('solved').notNull().default(0),
    partly: integer('partly').notNull().default(0),
    satisfied: integer('satisfied').notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.month, t.category] })],
)
