import { and, eq, inArray, lt } from 'drizzle-orm'
import type { Db } from '../db/client.ts'
import { deliveries } from '../db/tables/mail.ts'

export type Delivery = typeof deliveries.$inferSelect

/** Mails that nobody sends any more until a person says so. */
export const stopped = inArray(deliveries.status, ['failed', 'interrupted'])

/** The statement that puts a stopped mail back in line; it changes nothing that is not stopped. */
export function sendAgain(db: Db, id: string, now: Date) {
  return db
    .update(deliveries)
    .set({ status: 'pending', attempts: 0, nextAt: now, error: null })
    .where(and(eq(deliveries.id, id), stopped))
}

const kept = 90 * 86_400_000

/** Deletes mails that were sent, or that nobody needed, three months ago; what is stopped waits for a person. */
export async function forgetOldMail(db: Db, now: Date): Promise<void> {
  const old = lt(deliveries.nextAt, new Date(now.getTime() - kept))
  await db.delete(deliveries).where(and(inArray(deliveries.status, ['sent', 'skipped']), old))
}
