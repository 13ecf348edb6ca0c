import { sql } from 'drizzle-orm'
import { digest } from '../../db/hmac.ts'
import { randomId } from '../../db/id.ts'
import { messages } from '../../db/tables/cases.ts'
import type { Scene } from '../../orgs/scene.ts'
import { dayIn } from '../../orgs/zone.ts'
import type { FiledEffect, FiledInput } from './subject.ts'
import { readUntilNow, unreadSince } from './unread.ts'

/** Writes to the worker. The first such message is the first real contact; whoever answers has read. */
export const writeToWorker: FiledEffect = async (scene, { case: it }, input, { staff, role }) => {
  const from = { fromWorker: false, staffId: staff?.id ?? null, role }
  const change = await said(scene, it.id, input, from)
  if ('ok' in change) return change
  const read = readUntilNow(scene, it)
  return { ...read, also: [...change.also, ...(read.also ?? [])] }
}

/**
 * Writes to the union, as long as the case can be read. It is marked until somebody has read it, and once a day
 * whoever is to answer is told.
 */
export const writeToUnion: FiledEffect = async (scene, { case: it }, input) => {
  const change = await said(scene, it.id, input, { fromWorker: true, staffId: null, role: null })
  if ('ok' in change) return change
  const event = dayIn(scene.rules.settings.zone, scene.now)
  const tells = [{ who: 'answerers', notice: 'worker_wrote', event }] as const
  return { ...change, case: unreadSince(scene, it), tells }
}

/** Whoever changes the text after an answer that never came says another thing, and loses neither. */
async function said(
  { db, now }: Scene,
  caseId: string,
  input: FiledInput,
  from: Pick<typeof messages.$inferInsert, 'fromWorker' | 'staffId' | 'role'>,
) {
  const body = input.body?.trim()
  if (!body) return { ok: false as const, why: 'reason_missing' as const }
  const writer = from.fromWorker ? 'worker' : from.staffId
  const idempotencyKey = `${caseId}:${writer}:${input.key ?? ''}:${await digest(body)}`
  const row = { id: randomId(), caseId, at: now, body, idempotencyKey, ...from }
  return {
    also: [db.insert(messages).values(row).onConflictDoNothing()],
    again: sql`exists (select 1 from messages where idempotency_key = ${idempotencyKey})`,
  }
}
