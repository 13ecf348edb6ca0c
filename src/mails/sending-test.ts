import { and, eq, sql } from 'drizzle-orm'
import { inBatch } from '../db/batch.ts'
import { newId } from '../db/id.ts'
import { deliveries, notices } from '../db/tables/notices.ts'
import { noticeRows } from '../notices/writing.ts'
import { mails } from './all.ts'
import type { PostOffice } from './mail.ts'
import { sendOne } from './sender.ts'

/**
 * Sends a person a mail to see how it goes, by the way that all others take, and waits for the outcome. One that
 * fails is tried again like any other; the test before it is forgotten.
 */
export async function sendTest(office: PostOffice, staffId: string): Promise<void> {
  const { db, now } = office
  const event = newId(now)
  const his = and(eq(notices.caseId, ''), eq(notices.kind, 'test_mail'), eq(notices.staffId, staffId))
  await inBatch(db, [
    db
      .delete(deliveries)
      .where(sql`${deliveries.noticeId} in ${db.select({ id: notices.id }).from(notices).where(his)}`),
    db.delete(notices).where(his),
    ...noticeRows({ db, now, news: { waiting: false } }, [{ staffId, kind: 'test_mail', event, data: {} }]),
  ])
  const test = await lastTest(office, staffId)
  if (test) await sendOne(office, mails, test.id)
}

/** The last test that a person sent himself, and how it stands. */
export async function lastTest({ db }: Pick<PostOffice, 'db'>, staffId: string) {
  const [test] = await db
    .select({
      id: deliveries.id,
      address: deliveries.address,
      status: deliveries.status,
      error: deliveries.error,
      at: notices.at,
    })
    .from(notices)
    .innerJoin(deliveries, eq(deliveries.noticeId, notices.id))
    .where(and(eq(notices.caseId, ''), eq(notices.kind, 'test_mail'), eq(notices.staffId, staffId)))
  return test ?? null
}
