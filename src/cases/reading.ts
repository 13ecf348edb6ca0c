import { and, eq, inArray, isNotNull, isNull } from 'drizzle-orm'
import { messages } from '../db/tables/cases.ts'
import { replies } from '../db/tables/grievances.ts'
import { newsWays } from '../db/tables/news.ts'
import type { Scene } from '../orgs/scene.ts'
import type { Staff } from '../orgs/staff.ts'
import type { CasePage } from './loading.ts'
import { performAs } from './performing.ts'
import { readsByOpening } from './to-read.ts'

type Reading = Pick<Scene, 'db' | 'now'>

/** The worker has the thread, or these messages of it, and the answer before his eyes: there is no news to tell him of. */
export async function readByWorker(
  { db, now }: Reading,
  subject: CasePage,
  ids?: readonly string[],
): Promise<void> {
  const { reply } = subject
  const thread = db
    .update(messages)
    .set({ readAt: now })
    .where(unread(subject.case.id, false, ids))
  const news = db
    .update(newsWays)
    .set({ newsAt: null })
    .where(and(eq(newsWays.caseId, subject.case.id), isNotNull(newsWays.newsAt)))
  if (!reply?.signedAt || reply.readAt) {
    await db.batch([thread, news])
    return
  }
  await db.batch([thread, news, db.update(replies).set({ readAt: now }).where(eq(replies.id, reply.id))])
}

/** Whoever has the case has the thread, or these messages of it, before his eyes; looking on is not reading. */
export async function readByStaff(
  scene: Scene,
  staff: Staff,
  subject: CasePage,
  ids?: readonly string[],
): Promise<void> {
  if (readsByOpening(staff, subject))
    await performAs(scene, staff, subject, 'read_messages', { messages: ids })
}

function unread(caseId: string, fromWorker: boolean, ids: readonly string[] | undefined) {
  return and(
    eq(messages.caseId, caseId),
    eq(messages.fromWorker, fromWorker),
    isNull(messages.readAt),
    ids && inArray(messages.id, ids),
  )
}
