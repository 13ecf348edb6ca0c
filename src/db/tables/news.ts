import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { encrypted, instant } from '../columns.ts'
import { newsWayKinds } from '../vocabulary.ts'

/**
 * Where a worker wants to be told that there is news of his case: one mailbox, one browser. It is their outbox as well:
 * triggers of the database note that something waits (`news_at`) and that the case ended, whoever writes the event.
 */
export const newsWays = sqliteTable(
  'news_ways',
  {
    caseId: text('case_id').notNull(),
    kind: text('kind', { enum: newsWayKinds }).notNull(),
    /** The address, or what the browser gave to be reached by, as JSON. */
    target: encrypted('target').notNull(),
    /** The local day on which he asked: no minute of an anonymous filing is kept. */
    askedOn: text('asked_on').notNull(),
    /** Since when something waits for him; null once he was told, or opened his case. */
    newsAt: instant('news_at'),
    /** Not told before: the next day, or the next try; the same for all ways of a case, which is told once a day. */
    notBefore: instant('not_before').notNull(),
    /** How often in a row it could not be sent. */
    attempts: integer('attempts').notNull().default(0),
    /** When the case ended; null while it is open. */
    endedAt: instant('ended_at'),
  },
  (t) => [
    primaryKey({ columns: [t.caseId, t.kind] }),
    index('news_ways_waiting').on(t.notBefore).where(sql`news_at is not null`),
    index('news_ways_ended').on(t.endedAt).where(sql`ended_at is not null`),
  ],
)
