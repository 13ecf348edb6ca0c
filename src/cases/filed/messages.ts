import { sql } from 'drizzle-orm'
import { randomId } from '../../db/id.ts'
import { messages } from '../../db/tables/cases.ts'
import type { Scene } from '../../orgs/scene.ts'
import { dayIn } from '../../orgs/zone.ts'
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

/** Whoever changes the text after an answer that never came says another thing, and loses neither. */
async function said(
  { db, now }: Scene,
  { case: { id: caseId }, cipher }: FiledSubject,
  input: FiledInput,
  from: Pick<typeof messages.$inferInsert, 'fromWorker' | 'staffId' | 'role'>,
) {
  const text = input.body?.trim()
  if (!text) return { ok: false as const, why: 'reason_missing' as const }
  const writer = from.fromWorker ? 'worker' : from.staffId
  const idempotencyKey = `${caseId}:${writer}:${input.key ?? ''}:${await cipher.digest(text)}`
  const id = randomId()
  const body = await cipher.encrypt(messages.body, id, text)
  const row = { id, caseId, at: now, body, idempotencyKey, ...from }
  return {
    also: [db.insert(messages).values(row).onConflictDoNothing()],
    again: sql`exists (select 1 from messages where idempotency_key = ${idempotencyKey})`,
  }
}
