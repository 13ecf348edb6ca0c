import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { instant } from '../columns.ts'
import { deliveryKinds, deliveryStatuses, locales } from '../vocabulary.ts'

/**
 * The outbox: a row is written in the batch of its cause, once for (kind, recipient, period). `data` is
 * what the mail of that kind is rendered from; a queue message only wakes the sender.
 */
export const deliveries = sqliteTable(
  'deliveries',
  {
    id: text('id').primaryKey(),
    kind: text('kind', { enum: deliveryKinds }).notNull(),
    recipient: text('recipient').notNull(),
    /** A week (`2026-W47`), a day, or the event that caused it. */
    period: text('period').notNull(),
    locale: text('locale', { enum: locales }).notNull(),
    data: text('data', { mode: 'json' }).$type<unknown>().notNull(),
    status: text('status', { enum: deliveryStatuses }).notNull().default('pending'),
    attempts: integer('attempts').notNull().default(0),
    nextAt: instant('next_at').notNull(),
    sentAt: instant('sent_at'),
    error: text('error'),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    uniqueIndex('deliveries_once').on(t.kind, t.recipient, t.period),
    index('deliveries_waiting').on(t.status, t.nextAt),
  ],
)
