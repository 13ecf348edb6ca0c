import { logFailure, PlainError } from './log.ts'
import { sendMails } from './mails/all.ts'
import { weeklyDigest } from './mails/digest/weekly.ts'
import { tellWorkers } from './mails/telling-workers.ts'
import type { Platform } from './platform/types.ts'
import { followChanges } from './watch/following-changes.ts'
import { watch } from './watch/hourly.ts'
import { moveOn } from './watch/moving-on.ts'
import { tidy } from './watch/tidying.ts'

/** Cron expression of wrangler.toml (UTC) → job. */
export const jobs: Record<string, (platform: Platform, now: Date) => Promise<void>> = {
  '0 * * * *': watch,
  '20 * * * *': weeklyDigestAndMail,
  '30 * * * *': followChangesAndRecord,
  '40 * * * *': moveOn,
  '50 * * * *': newsAndKeys,
}

export async function runJob(cron: string, platform: Platform, now: Date): Promise<void> {
  const job = jobs[cron]
  if (!job) throw new PlainError(`No job for the cron ${cron}`)
  platform.checkSecrets()
  try {
    await job(platform, now)
  } catch (error) {
    // The platform logs what is thrown to it as it is, so that it gets our words only.
    logFailure(`The job of ${cron} failed`, error)
    throw new PlainError(`The job of ${cron} failed`)
  }
}

/**
 * Sends and tidies up in the hours in which no digest is written: with watching, or with writing, it would be more
 * statements than one invocation of the free plan may make.
 */
async function weeklyDigestAndMail(platform: Platform, now: Date): Promise<void> {
  const { written } = await weeklyDigest(platform, now)
  if (written) return
  await tidy(platform, now)
  await sendMails(platform, now)
}

/**
 * Has the record kept by an invocation of its own, whatever becomes of this one, and follows what changed: both together
 * take too long for one.
 */
async function followChangesAndRecord(platform: Platform, now: Date): Promise<void> {
  await platform.wake({ kind: 'record' })
  await followChanges(platform, now)
}

/**
 * Tells workers of news; has the keys kept, and the making of files gone on with, by invocations of their own: all are too
 * many statements for one.
 */
async function newsAndKeys(platform: Platform, now: Date): Promise<void> {
  await platform.wake({ kind: 'keys' })
  await platform.wake({ kind: 'answer_files' })
  await tellWorkers(platform, now)
}
