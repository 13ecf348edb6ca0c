import { and, eq, isNull, sql } from 'drizzle-orm'
import { digest } from '../db/hmac.ts'
import { newId } from '../db/id.ts'
import { cases, messages, replies } from '../db/tables/cases.ts'
import type { Staff } from '../orgs/staff.ts'
import { type CaseForStaff, roleFor } from './access.ts'
import type { CaseForWorker } from './loading.ts'
import type { Outcome, Scene } from './moving.ts'
import { workerMay } from './windows.ts'

export interface Message {
  body: string
  /** Made by the form; the same words under the same key are the same message. */
  key: string
}

/** Writes to the worker. The first such message is the first real contact. */
export async function writeToWorker(
  scene: Scene,
  staff: Staff,
  subject: CaseForStaff,
  input: Message,
): Promise<Outcome> {
  const role = roleFor('write', staff, subject)
  if (!role) return { ok: false, why: 'not_allowed' }
  if (!input.body.trim()) return { ok: false, why: 'reason_missing' }
  const { db, now } = scene
  const { id } = subject.case
  const from = { fromWorker: false, staffId: staff.id, role }
  const idempotencyKey = await keyOf(id, staff.id, input)
  await db.batch([
    rowOf(scene, id, input.body, { ...from, idempotencyKey }),
    db
      .update(cases)
      .set({ contactedAt: sql`coalesce(${cases.contactedAt}, ${now.getTime()})`, halfAt: null })
      .where(eq(cases.id, id)),
  ])
  return { ok: true }
}

/** Writes to the union, as long as the case can be read. */
export async function writeToUnion(scene: Scene, subject: CaseForWorker, input: Message): Promise<Outcome> {
  if (!workerMay('write', subject, scene.rules, scene.now)) return { ok: false, why: 'not_allowed' }
  if (!input.body.trim()) return { ok: false, why: 'reason_missing' }
  const { id } = subject.case
  const idempotencyKey = await keyOf(id, 'worker', input)
  await rowOf(scene, id, input.body, { fromWorker: true, idempotencyKey })
  return { ok: true }
}

/** The worker has the thread and the answer before his eyes. */
export async function readByWorker({ db, now }: Scene, subject: CaseForWorker): Promise<void> {
  const { id, replyId } = subject.case
  const thread = db.update(messages).set({ readAt: now }).where(unread(id, false))
  if (!replyId || !subject.reply?.signedAt || subject.reply.readAt) {
    await thread
    return
  }
  await db.batch([thread, db.update(replies).set({ readAt: now }).where(eq(replies.id, replyId))])
}

/** Somebody who handles the case has the thread before his eyes; just supervising is not reading. */
export async function readByStaff({ db, now }: Scene, staff: Staff, subject: CaseForStaff): Promise<void> {
  if (!roleFor('write', staff, subject)) return
  await db.update(messages).set({ readAt: now }).where(unread(subject.case.id, true))
}

function unread(caseId: string, fromWorker: boolean) {
  return and(eq(messages.caseId, caseId), eq(messages.fromWorker, fromWorker), isNull(messages.readAt))
}

function rowOf(
  { db, now }: Scene,
  caseId: string,
  body: string,
  rest: Pick<typeof messages.$inferInsert, 'fromWorker' | 'staffId' | 'role' | 'idempotencyKey'>,
) {
  return db
    .insert(messages)
    .values({ id: newId(now), caseId, at: now, body: body.trim(), ...rest })
    .onConflictDoNothing()
}

/** Whoever changes the text after an answer that never came sends another message, and loses neither. */
async function keyOf(caseId: string, writer: string, { body, key }: Message): Promise<string> {
  return `${caseId}:${writer}:${key}:${await digest(body.trim())}`
}
