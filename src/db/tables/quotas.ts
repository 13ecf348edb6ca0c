import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/**
 * How many a form takes, in all, at a site or with one option (`forms/quota-keys.ts` names which), and how many have a
 * place: one row each, so that what a filing reads does not grow with those before it.
 */
export const quotas = sqliteTable(
  'quotas',
  {
    formId: text('form_id').notNull(),
    /** What it is of. */
    of: text('of').notNull(),
    most: integer('most').notNull(),
    taken: integer('taken').notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.formId, t.of] })],
)

/**
 * Who has a place, or waits for one; nobody, once it was given back. What somebody chose whose words are gone is a seat of
 * its own, under an id that is no case’s; who waited until the archive takes nothing.
 */
export const seats = sqliteTable(
  'seats',
  {
    caseId: text('case_id').primaryKey(),
    formId: text('form_id').notNull(),
    /** What of it he takes, by the names of the quotas; he has a place where each of them has room. */
    wants: text('wants', { mode: 'json' }).$type<readonly string[]>().notNull(),
    /** His place among those who wait; null once he has one, 0 in the moment in which he gets it. */
    turn: integer('turn'),
  },
  (t) => [index('seats_waiting').on(t.formId, t.turn).where(sql`turn is not null`)],
)
