import { and, eq, inArray } from 'drizzle-orm'
import type { Db } from '../db/client.ts'
import { newId } from '../db/id.ts'
import { deliveries } from '../db/tables/mail.ts'
import type { DeliveryKind, Locale } from '../db/vocabulary.ts'

export type Delivery = typeof deliveries.$inferSelect

export interface NewDelivery {
  kind: DeliveryKind
  recipient: string
  /** What makes it one: a week, a day, or the event that caused it. */
  period: string
  locale: Locale
  /** What the renderer of this kind reads; counts and ids, never what names a worker. */
  data: unknown
}

/**
 * The statement that writes a mail into the outbox, for the batch of its cause. A second one for the same
 * kind, recipient and period is passed over in silence.
 */
export function deliveryRow(db: Db, now: Date, row: NewDelivery, status: 'pending' | 'skipped' = 'pending') {
  return db
    .insert(deliveries)
    .values({ ...row, id: newId(now), status, nextAt: now, createdAt: now })
    .onConflictDoNothing({ target: [deliveries.kind, deliveries.recipient, deliveries.period] })
}

/** Mails that nobody sends any more until a person says so. */
export const stopped = inArray(deliveries.status, ['failed', 'interrupted'])

/** The statement that puts a stopped mail back in line; it changes nothing that is not stopped. */
export function sendAgain(db: Db, id: string, now: Date) {
  return db
    .update(deliveries)
    .set({ status: 'pending', attempts: 0, nextAt: now, error: null })
    .where(and(eq(deliveries.id, id), stopped))
}
