import { and, inArray, lt } from 'drizzle-orm'
import type { Db } from '../db/client.ts'
import { deliveries } from '../db/tables/mail.ts'

export type Delivery = typeof deliveries.$inferSelect

const kept = 90 * 86_400_000

/** Deletes mails that were sent, or that nobody needed, three months ago; what is stopped waits for a person. */
export async function forgetOldMail(db: Db, now: Date): Promise<void> {
  const old = lt(deliveries.nextAt, new Date(now.getTime() - kept))
  await db.delete(deliveries).where(and(inArray(deliveries.status, ['sent', 'skipped']), old))
}
