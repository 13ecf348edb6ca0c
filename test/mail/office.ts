import { env } from 'cloudflare:workers'
import { openDb } from '../../src/db/client.ts'
import { deliveries } from '../../src/db/tables/mail.ts'
import type { PostOffice, Renderers } from '../../src/mail/sender.ts'
import { settingsFrom } from '../../src/orgs/settings.ts'
import type { OutgoingMail } from '../../src/platform/types.ts'
import { bindings } from '../support/signed-in.ts'

export const db = openDb(env.DB)
export const secret = 'a secret of at least thirty-two characters'

/** The same database, with a count of the statements that went to it. */
export function countingD1() {
  let count = 0
  const d1 = new Proxy(env.DB, {
    get(target, key) {
      if (key === 'prepare') count += 1
      const value = Reflect.get(target, key)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
  return { d1, statements: () => count }
}

export function countingDb() {
  const { d1, statements } = countingD1()
  return { counted: openDb(d1), statements }
}

/** A post office whose door keeps what it is given; `answer` may throw as a network does. */
export function postOffice(now: Date, answer: (mail: OutgoingMail) => unknown = () => undefined) {
  const sent: OutgoingMail[] = []
  const post = async (mail: OutgoingMail) => {
    await answer(mail)
    sent.push(mail)
  }
  const address = 'https://huying.example'
  const office: PostOffice = {
    platform: bindings({ post, secrets: { ...bindings().secrets, auth: secret } }),
    db,
    settings: { ...settingsFrom([]), address },
    now,
  }
  return { office, sent }
}

const plain: Renderers['digest'] = (delivery) => ({
  locale: delivery.locale,
  from: 'Huying',
  subject: `${delivery.kind} ${delivery.period}`,
  preview: '',
  blocks: [{ kind: 'text', text: JSON.stringify(delivery.data) }],
})

export const plainRenderers: Renderers = {
  digest: plain,
  urgent_case: plain,
  overdue: plain,
  alarm: plain,
  invitation: plain,
}

export async function statuses() {
  const rows = await db.select().from(deliveries).orderBy(deliveries.createdAt, deliveries.period)
  return rows.map((row) => row.status)
}

export const minutesAfter = (start: Date, minutes: number) => new Date(start.getTime() + minutes * 60_000)
