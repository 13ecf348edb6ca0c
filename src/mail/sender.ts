import { and, asc, eq, exists, lte, ne, sql } from 'drizzle-orm'
import type { Db } from '../db/client.ts'
import { deliveries } from '../db/tables/mail.ts'
import { staff } from '../db/tables/orgs.ts'
import type { DeliveryKind } from '../db/vocabulary.ts'
import { type MailContent, mailText } from './content.ts'
import { mailHtml } from './layout.tsx'
import type { Delivery } from './outbox.ts'
import { type MailSettings, type MailWays, type Sent, sendMail } from './send.ts'

/** What the sender stands on; `address` is where the service is reached, empty when it does not know. */
export interface PostOffice {
  platform: MailWays
  db: Db
  settings: MailSettings & { address: string; zone: string }
  now: Date
}

export type Renderer = (delivery: Delivery, office: PostOffice) => MailContent | Promise<MailContent>
export type Renderers = Record<DeliveryKind, Renderer>

const minute = 60_000
/** After so long a sender that took a mail and never said how it went is taken for dead. */
const lease = 30 * minute
const pauses = [1, 5, 30, 120, 480].map((minutes) => minutes * minute)

/**
 * Sends what is due, at most `limit` mails at two statements each, one after the other: a sender that dies
 * leaves at most one mail in doubt. Returns when the next one is due, or null when none waits.
 */
export async function sendDue(office: PostOffice, renderers: Renderers, limit = 20): Promise<Date | null> {
  await endLeases(office)
  for (let left = limit; left > 0; left -= 1) {
    const delivery = await takeNext(office)
    if (!delivery) break
    if (delivery.status === 'sending') await settle(office, delivery, await send(office, renderers, delivery))
  }
  return nextDue(office)
}

/**
 * A digest in doubt waits for a person; anything else is urgent and goes again as the same message, until
 * it has ended as many senders as it may have tries.
 */
async function endLeases({ db, now }: PostOffice) {
  const expired = and(eq(deliveries.status, 'sending'), lte(deliveries.nextAt, now))
  await db.batch([
    db
      .update(deliveries)
      .set({ status: 'interrupted' })
      .where(and(expired, eq(deliveries.kind, 'digest'))),
    db
      .update(deliveries)
      .set({
        status: sql`case when ${deliveries.attempts} > ${pauses.length} then 'failed' else 'pending' end`,
      })
      .where(and(expired, ne(deliveries.kind, 'digest'))),
  ])
}

/** Takes the next mail for this sender alone; whoever has left the union gets it no more. */
async function takeNext({ db, now }: PostOffice): Promise<Delivery | undefined> {
  const first = db
    .select({ id: deliveries.id })
    .from(deliveries)
    .where(and(eq(deliveries.status, 'pending'), lte(deliveries.nextAt, now)))
    .orderBy(asc(deliveries.nextAt))
    .limit(1)
  const left = db
    .select({ id: staff.id })
    .from(staff)
    .where(and(eq(staff.email, deliveries.recipient), eq(staff.active, false)))
  const [delivery] = await db
    .update(deliveries)
    .set({
      status: sql`case when ${exists(left)} then 'skipped' else 'sending' end`,
      attempts: sql`${deliveries.attempts} + 1`,
      nextAt: new Date(now.getTime() + lease),
    })
    .where(eq(deliveries.id, sql`${first}`))
    .returning()
  return delivery
}

async function send(office: PostOffice, renderers: Renderers, delivery: Delivery): Promise<Sent> {
  let content: MailContent
  try {
    content = await renderers[delivery.kind](delivery, office)
  } catch (error) {
    console.error(`A mail of kind ${delivery.kind} could not be written`, error)
    return { ok: false, error: `could not be written: ${error}`.slice(0, 500), maybeSent: false }
  }
  return sendMail(office.platform, office.settings, {
    id: delivery.id,
    to: delivery.recipient,
    locale: content.locale,
    subject: content.subject,
    text: mailText(content),
    html: mailHtml(content),
    ...(content.headers && { headers: content.headers }),
  })
}

async function settle({ db, now }: PostOffice, delivery: Delivery, sent: Sent) {
  await db
    .update(deliveries)
    .set(outcome(delivery, sent, now))
    .where(eq(deliveries.id, delivery.id))
}

function outcome({ kind, attempts }: Delivery, sent: Sent, now: Date) {
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
