import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Db } from './client.ts'
import { newId } from './id.ts'
import { insertSelect } from './insert-select.ts'
import { deliveries } from './tables/mail.ts'
import type { DeliveryKind, Locale } from './vocabulary.ts'

export interface NewDelivery {
  kind: DeliveryKind
  recipient: string
  /** What makes it one: a week, a day, or the event that caused it. */
  period: string
  locale: Locale
  /** What the mail of this kind is written from; counts and ids, never what names a worker. */
  data: unknown
}

/**
 * The statement that writes mails into the outbox, for the batch of their cause: one, however many they
 * are. A mail that is there already for its kind, recipient and period is passed over in silence;
 * `skipped` notes that there was nothing to tell.
 */
export function deliveryRows(
  db: Db,
  now: Date,
  rows: NewDelivery[],
  status: 'pending' | 'skipped' = 'pending',
) {
  const list = JSON.stringify(rows.map((row) => ({ id: newId(now), ...row })))
  const row = {
    id: sql`value ->> 'id'`,
    kind: sql`value ->> 'kind'`,
    recipient: sql`value ->> 'recipient'`,
    period: sql`value ->> 'period'`,
    locale: sql`value ->> 'locale'`,
    data: sql`value -> 'data'`,
    status,
    nextAt: now,
    createdAt: now,
  }
  const { kind, recipient, period } = deliveries
  return insertSelect(db, deliveries, row, sql`from json_each(${list}) where true`).onConflictDoNothing({
    target: [kind, recipient, period],
  })
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
