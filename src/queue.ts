import { weeklyDigest } from './digest/weekly.ts'
import type { Bindings, WakeMessage } from './env.ts'
import { sendLetters } from './letters.ts'

/** Kind of message → handler. */
const handlers: Record<WakeMessage['kind'], (env: Bindings, now: Date) => Promise<unknown>> = {
  deliveries: sendLetters,
  digest: weeklyDigest,
}

/**
 * A message only says "look now", so many of one kind are one look, and one that cannot be read is let go.
 * What a handler could not finish is in the database, where the next message or the hourly job finds it.
 */
export async function receive(batch: MessageBatch<unknown>, env: Bindings, now: Date): Promise<void> {
  const kinds = new Set<WakeMessage['kind']>()
  for (const { body } of batch.messages) {
    const kind = kindOf(body)
    if (kind) kinds.add(kind)
    else console.error('A message of the queue could not be read', body)
  }
  for (const kind of kinds) {
    try {
      await handlers[kind](env, now)
    } catch (error) {
      console.error(`The handler of ${kind} failed; the hourly job will look`, error)
    }
  }
  batch.ackAll()
}

function kindOf(body: unknown): WakeMessage['kind'] | undefined {
  const kind = typeof body === 'object' && body !== null && 'kind' in body ? body.kind : undefined
  return (Object.keys(handlers) as WakeMessage['kind'][]).find((known) => known === kind)
}
