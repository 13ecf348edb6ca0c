import { logFailure } from './log.ts'
import { sendMails } from './mails/all.ts'
import { weeklyDigest } from './mails/digest/weekly.ts'
import { tellWorkers } from './mails/telling-workers.ts'
import type { Platform, WakeMessage, Woken } from './platform/types.ts'
import { followChanges } from './watch/following-changes.ts'
import { keepRecord } from './watch/keeping-record.ts'
import { keepKeys } from './watch/keys.ts'
import { moveOn } from './watch/moving-on.ts'

/** Kind of message → handler. */
const handlers: Record<WakeMessage['kind'], (platform: Platform, now: Date) => Promise<unknown>> = {
  deliveries: sendMails,
  digest: weeklyDigest,
  moving_on: moveOn,
  keys: keepKeys,
  changes: followChanges,
  record: keepRecord,
  news: tellWorkers,
}

/**
 * A message only says "look now", so many of one kind are one look. Each invocation does one kind, to stay
 * within its statements, and gives the others back; one that cannot be read is let go. What a handler could
 * not finish is in the database, where the next message or the hourly job finds it.
 */
export async function receive(batch: Woken, platform: Platform, now: Date): Promise<void> {
  platform.checkSecrets()
  let chosen: WakeMessage['kind'] | undefined
  for (const message of batch.messages) {
    const kind = kindOf(message.body)
    if (!kind) logFailure('A message of the queue could not be read')
    else if (!chosen) chosen = kind
    else if (kind !== chosen) message.retry()
  }
  if (!chosen) return
  try {
    await handlers[chosen](platform, now)
  } catch (error) {
    logFailure(`The handler of ${chosen} failed; the hourly job will look`, error)
  }
}

function kindOf(body: unknown): WakeMessage['kind'] | undefined {
  const kind = typeof body === 'object' && body !== null && 'kind' in body ? body.kind : undefined
  return (Object.keys(handlers) as WakeMessage['kind'][]).find((known) => known === kind)
}
