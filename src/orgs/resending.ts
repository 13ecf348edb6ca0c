import { and, eq, inArray } from 'drizzle-orm'
import { deliveries } from '../db/tables/notices.ts'
import { administersAll } from './administering.ts'
import { auditRow, type Office } from './auditing.ts'

/** Deliveries that nobody sends any more until a person says so. */
export const stopped = inArray(deliveries.status, ['failed', 'interrupted'])

/** Puts a stopped delivery back in line; any other stays as it is. False when mail is not his to keep. */
export async function resend(office: Office, deliveryId: string): Promise<boolean> {
  const { db, now, by, news } = office
  if (!administersAll(by)) return false
  await db.batch([
    db
      .update(deliveries)
      .set({ status: 'pending', attempts: 0, nextAt: now, error: null })
      .where(and(eq(deliveries.id, deliveryId), stopped)),
    auditRow(office, 'mail_sent_again', deliveryId),
  ])
  news.waiting = true
  return true
}
