import { inBatch } from '../../../src/db/batch.ts'
import { deliveries } from '../../../src/db/tables/notices.ts'
import { mails } from '../../../src/mails/all.ts'
import type { Mail, Mails, PostOffice } from '../../../src/mails/mail.ts'
import { sendDue } from '../../../src/mails/sender.ts'
import { type NewNotice, noticeRows } from '../../../src/notices/writing.ts'
import type { OutgoingMail } from '../../../src/platform/types.ts'
import { bindings } from '../signed-in.ts'
import type { Town } from './town.ts'

/** Where the town's service is reached, as its mails say. */
export const address = 'https://huying.example'

/** The post office of the town, whose door keeps what it is given; `answer` may throw as a network does. */
export function postOffice({ scene }: Town, answer: (mail: OutgoingMail) => unknown = () => undefined) {
  const sent: OutgoingMail[] = []
  const post = async (mail: OutgoingMail) => {
    await answer(mail)
    sent.push(mail)
  }
  const { db, rules, now } = scene
  const office: PostOffice = {
    platform: bindings({ post }),
    db,
    settings: { ...rules.settings, address },
    now,
  }
  return { office, sent }
}

/** The mails for the readers that they have, in words that say no more than their kind and their data. */
export const plainMails = Object.fromEntries(
  Object.entries(mails).map(([kind, mail]) => [kind, plain(mail)]),
) as Mails

function plain({ for: reader }: Mail): Mail {
  return {
    for: reader,
    write: ({ kind, data, locale }) => ({
      locale,
      from: 'Huying',
      subject: `${kind} ${JSON.stringify(data)}`,
      preview: '',
      blocks: [],
    }),
  }
}

/** Somebody is told something that no case and no job of the test has to tell. */
export async function tells({ scene }: Town, ...news: NewNotice[]): Promise<void> {
  await inBatch(scene.db, noticeRows(scene, news))
}

/** What waits in the outbox, or has left it. */
export function deliveriesOf({ db }: Pick<Town, 'db'>) {
  return db.select().from(deliveries).orderBy(deliveries.createdAt)
}

export const broken = () => {
  throw new Error('no route')
}

/** Senders whose network is down, each when the one before it said, until none comes; the minutes between. */
export async function failForGood(here: Town): Promise<number[]> {
  const pauses: number[] = []
  for (let at = here.scene.now; ; ) {
    const next = await sendDue(postOffice(here.at(at), broken).office, plainMails)
    if (!next) return pauses
    pauses.push((next.getTime() - at.getTime()) / 60_000)
    at = next
  }
}
