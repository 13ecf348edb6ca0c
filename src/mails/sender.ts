import { and, asc, eq, lte, sql } from 'drizzle-orm'
import { deliveries } from '../db/tables/notices.ts'
import { logFailure, traceOf } from '../log.ts'
import { mailText } from '../mail/content.ts'
import { mailHtml } from '../mail/layout.tsx'
import { type Sent, sendMail } from '../mail/send.ts'
import type { Delivery, Mails, PostOffice } from './mail.ts'
import { type Taken, takeNext } from './taking.ts'

const minute = 60_000
/** After so long a sender that took a mail and never said how it went is taken for dead. */
export const lease = 30 * minute
const pauses = [1, 5, 30, 120, 480].map((minutes) => minutes * minute)

/**
 * Sends what is due, at most `limit` mails at two statements each, one after the other: a sender that dies
 * leaves at most one mail in doubt. Returns when the next one is due, or null when none waits.
 */
export async function sendDue(office: PostOffice, mails: Mails, limit = 20): Promise<Date | null> {
  await endLeases(office)
  for (let left = limit; left > 0; left -= 1) {
    const taken = await takeNext(office, mails, new Date(office.now.getTime() + lease))
    if (!taken) break
    if (taken.status === 'sending') await settle(office, taken, await send(office, mails, taken))
  }
  return nextDue(office)
}

/** Sends one mail that waits at once, and settles how it went. */
export async function sendOne(office: PostOffice, mails: Mails, id: string): Promise<void> {
  const taken = await takeNext(office, mails, new Date(office.now.getTime() + lease), id)
  if (taken?.status === 'sending') await settle(office, taken, await send(office, mails, taken))
}

/**
 * A digest in doubt waits for a person; anything else is urgent and goes again as the same message, until
 * it has ended as many senders as it may have tries.
 */
async function endLeases({ db, now }: PostOffice) {
  const isDigest = sql`exists (select 1 from notices n where n.id = deliveries.notice_id and n.kind = 'digest')`
  await db
    .update(deliveries)
    .set({
      status: sql`case when ${isDigest} then 'interrupted'
        when ${deliveries.attempts} > ${pauses.length} then 'failed' else 'pending' end`,
    })
    .where(and(eq(deliveries.status, 'sending'), lte(deliveries.nextAt, now)))
}

async function send(office: PostOffice, mails: Mails, delivery: Delivery): Promise<Sent> {
  try {
    const content = await mails[delivery.kind].write(delivery, office)
    return await sendMail(office.platform, office.settings, {
      id: delivery.id,
      to: delivery.address,
      locale: content.locale,
      subject: content.subject,
      text: mailText(content),
      html: mailHtml(content),
      ...(content.headers && { headers: content.headers }),
    })
  } catch (error) {
    logFailure(`A mail of kind ${delivery.kind} could not be written`, error)
    return { ok: false, error: `could not be written: ${traceOf(error).split('\n')[0]}`, maybeSent: false }
  }
}

async function settle({ db, now }: PostOffice, taken: Taken, sent: Sent) {
  await db
    .update(deliveries)
    .set(outcome(taken, sent, now))
    .where(eq(deliveries.id, taken.id))
}

function outcome({ kind, attempts }: Taken, sent: Sent, now: Date) {
  if (sent.ok) return { status: 'sent' as const, sentAt: now, error: null }
  const { error, maybeSent } = sent
  if (maybeSent && kind === 'digest') return { status: 'interrupted' as const, error }
  const pause = pauses[attempts - 1]
  if (pause === undefined) return { status: 'failed' as const, error }
  return { status: 'pending' as const, nextAt: new Date(now.getTime() + pause), error }
}

async function nextDue({ db }: PostOffice): Promise<Date | null> {
  const [next] = await db
    .select({ at: deliveries.nextAt })
    .from(deliveries)
    .where(eq(deliveries.status, 'pending'))
    .orderBy(asc(deliveries.nextAt))
    .limit(1)
  return next?.at ?? null
}
