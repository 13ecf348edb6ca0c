import { sendMails } from './mails/all.ts'
import { weeklyDigest } from './mails/digest/weekly.ts'
import type { Platform } from './platform/types.ts'
import { watch } from './watch/hourly.ts'

/** Cron expression of wrangler.toml (UTC) → job. */
export const jobs: Record<string, (platform: Platform, now: Date) => Promise<void>> = {
  '0 * * * *': watch,
  '20 * * * *': weeklyDigestAndMail,
}

export async function runJob(cron: string, platform: Platform, now: Date): Promise<void> {
  const job = jobs[cron]
  if (!job) throw new Error(`No job for the cron ${cron}`)
  platform.checkSecrets()
  await job(platform, now)
}

/**
 * Sends in the hours in which no digest is written: with watching, or with writing, it would be more
 * statements than one invocation of the free plan may make.
 */
async function weeklyDigestAndMail(platform: Platform, now: Date): Promise<void> {
  const { written } = await weeklyDigest(platform, now)
  if (!written) await sendMails(platform, now)
}
