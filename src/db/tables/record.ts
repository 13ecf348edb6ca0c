import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { flag } from '../columns.ts'

/**
 * A link for each event of a case, made by a job after it happened and never changed (`cases/record`). What the
 * event lost since by right, its words and its minute, the link does without.
 */
export const eventLinks = sqliteTable(
  'event_links',
  {
    caseId: text('case_id').notNull(),
    seq: integer('seq').notNull(),
    /** Under the head of this day; of when in the day it was made nothing is kept. */
    linkedOn: text('linked_on').notNull(),
    /** The day of the event, with the zone in which it was counted. */
    day: text('day').notNull(),
    content: text('content'),
    /** The case was strict by then: no file shows it. */
    sealed: flag('sealed').notNull(),
    hash: text('hash').notNull(),
  },
  (t) => [primaryKey({ columns: [t.caseId, t.seq] }), index('event_links_day').on(t.linkedOn, t.sealed)],
)

/** The head of each day that is over, each over the one before. */
export const dayHeads = sqliteTable('day_heads', {
  day: text('day').primaryKey(),
  /** Known to nobody outside, so that a day without anything looks like any other. */
  salt: text('salt').notNull(),
  /** How many links a file shows of it. */
  links: integer('links').notNull(),
  /** What the head takes in of strict cases. */
  sealed: text('sealed').notNull(),
  head: text('head').notNull(),
})
