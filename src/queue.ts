import { makeAnswerFiles } from './desk/answers/making.ts'
import { logFailure } from './log.ts'
import { sendMails } from './mails/all.ts'
import { weeklyDigest } from './mails/digest/weekly.ts'
import { tellWorkers } from './mails/telling-workers.ts'
import type { Platform, WakeMessage, Woken } from './platform/types.ts'
import { followChanges } from './watch/following-changes.ts'
import { keepRecord } from './watch/keeping-record.ts'
import { keepKeys } from './watch/keys.ts'
import { moveOn } from './watch/moving-on.ts'

/** So that no kind comes before all others again and again, and uses up their tries. */
const later = { delaySeconds: 30 }

/** Kind of message → handler. */
type Handler = (platform: Platform, now: Date, left?: number) => Promise<unknown>
const handlers: Record<WakeMessage['kind'], Handler> = {
  deliveries: sendMails,
  digest: weeklyDigest,
  moving_on: moveOn,
  keys: keepKeys,
  changes: followChanges,
  record: keepRecord,
  news: tellWorkers,
  answer_files: makeAnswerFiles,
}

/**
 * A message only says "look now", so many of one kind are one look. Each invocation does one kind, to stay
 * within its statements, and gives the others back; one that cannot be read is let go. What a handler could
 * not finish is in the database, where the next message or the hourly job finds it.
 */
export async function receive(batch: Woken, platform: Platform, now: Date): Promise<void> {
  platform.checkSecrets()
  let chosen: WakeMessage | undefined
  for (const message of batch.messages) {
    const { body } = message
    if (!isKnown(body)) logFailure('A message of the queue could not be read')
    else if (!chosen) chosen = body
    else if (body.kind !== chosen.kind) message.retry(later)
  }
  if (!chosen) return
  try {
    await handlers[chosen.kind](platform, now, 'left' in chosen ? chosen.left : undefined)
  } catch (error) {
    logFailure(`The handler of ${chosen.kind} failed; the hourly job will look`, error)
  }
}

function isKnown(body: unknown): body is WakeMessage {
  return (
    typeof body === 'object' && body !== null && 'kind' in body && Object.hasOwn(handlers, String(body.kind))
  )
}
