import { sql } from 'drizzle-orm'
import { randomId } from '../../db/id.ts'
import { messages } from '../../db/tables/cases.ts'
import { files } from '../../db/tables/files.ts'
import type { Scene } from '../../orgs/scene.ts'
import { dayIn } from '../../orgs/zone.ts'
import { fileOfMessage } from './kept-files.ts'
import type { FiledEffect, FiledInput, FiledSubject } from './subject.ts'
import { readUntilNow, unreadSince } from './unread.ts'

/** Writes to the worker. The first such message is the first real contact; whoever answers has read. */
export const writeToWorker: FiledEffect = async (scene, subject, input, { staff, role }) => {
  const from = { fromWorker: false, staffId: staff?.id ?? null, role }
  const change = await said(scene, subject, input, from)
  if ('ok' in change) return change
  const read = readUntilNow(scene, subject.case)
  return { ...read, also: [...change.also, ...(read.also ?? [])] }
}

/**
 * Writes to the union, as long as the case can be read. It is marked until somebody has read it, and once a day
 * whoever is to answer is told.
 */
export const writeToUnion: FiledEffect = async (scene, subject, input) => {
  const change = await said(scene, subject, input, { fromWorker: true, staffId: null, role: null })
  if ('ok' in change) return change
  const event = dayIn(scene.rules.settings.zone, scene.now)
  const tells = [{ who: 'answerers', notice: 'worker_wrote', event }] as const
  return { ...change, case: unreadSince(scene, subject.case), tells }
}

/**
 * Words, or a file, or both. Whoever changes the text after an answer that never came, or takes another file, says
 * another thing, and loses neither.
 */
async function said(
  scene: Scene,
  subject: FiledSubject,
  { body: words, key = '', file }: FiledInput,
  from: Pick<typeof messages.$inferInsert, 'fromWorker' | 'staffId' | 'role'>,
) {
  const { db, now } = scene
  const { case: it, cipher } = subject
  const text = words?.trim() ?? ''
  if (!text && !file) return { ok: false as const, why: 'reason_missing' as const }
  if (file && from.fromWorker && (await isFull(scene, it.id)))
    return { ok: false as const, why: 'too_often' as const }
  const writer = from.fromWorker ? 'worker' : from.staffId
  const form = file ? `${key}-${await cipher.digest(file.mark)}` : key
  const idempotencyKey = `${it.id}:${writer}:${form}:${await cipher.digest(text)}`
  const id = file?.id ?? randomId()
  const body = await cipher.encrypt(messages.body, id, text)
  const row = { id, caseId: it.id, at: now, body, idempotencyKey, ...from }
  return {
    also: [
      db.insert(messages).values(row).onConflictDoNothing(),
      ...(file ? await fileOfMessage(scene, subject, file) : []),
    ],
    again: sql`exists (select 1 from messages where idempotency_key = ${idempotencyKey})`,
  }
}

/** So many files a worker sends within a day. */
const filesADay = 10

async function isFull({ db, now }: Scene, caseId: string): Promise<boolean> {
  const since = now.getTime() - 86_400_000
  const his = sql`select 1 from messages where messages.id = files.id and messages.from_worker = 1`
  const sent = sql`${files.caseId} = ${caseId} and ${files.at} > ${since} and exists (${his})`
  return (await db.$count(files, sent)) >= filesADay
}
