import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { instant } from '../columns.ts'
import { channels, noticeKinds } from '../vocabulary.ts'

/** `interrupted`: the sender died between handing over and noting it; a person decides whether to send again. */
const deliveryStatuses = ['pending', 'sending', 'sent', 'failed', 'interrupted', 'skipped'] as const

/** Why a delivery was not sent after all: the person is gone, lost his role or sight of the case, or wants none. */
const skipReasons = ['left', 'no_role', 'no_sight', 'stopped'] as const

/**
 * What one person is to be told, once for each event: written in the batch of its cause. `data` is what
 * every channel words it from; counts and ids, never what names a worker.
 */
export const notices = sqliteTable(
  'notices',
  {
    id: text('id').primaryKey(),
    staffId: text('staff_id').notNull(),
    /** Empty where it is about no single case. */
    caseId: text('case_id').notNull().default(''),
    kind: text('kind', { enum: noticeKinds }).notNull(),
    /** What makes it one: a week (`2026-W47`), a day, or the event that caused it. */
    event: text('event').notNull(),
    data: text('data', { mode: 'json' }).$type<unknown>().notNull(),
    at: instant('at').notNull(),
  },
  (t) => [uniqueIndex('notices_once').on(t.caseId, t.kind, t.event, t.staffId), index('notices_at').on(t.at)],
)

/** The outbox: one row for each notice and channel. A message of the queue only wakes the sender. */
export const deliveries = sqliteTable(
  'deliveries',
  {
    id: text('id').primaryKey(),
    noticeId: text('notice_id').notNull(),
    channel: text('channel', { enum: channels }).notNull(),
    address: text('address').notNull(),
    status: text('status', { enum: deliveryStatuses }).notNull().default('pending'),
    skipped: text('skipped', { enum: skipReasons }),
    attempts: integer('attempts').notNull().default(0),
    nextAt: instant('next_at').notNull(),
    sentAt: instant('sent_at'),
    error: text('error'),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    uniqueIndex('deliveries_once').on(t.noticeId, t.channel, t.address),
    index('deliveries_waiting').on(t.status, t.nextAt),
  ],
)
