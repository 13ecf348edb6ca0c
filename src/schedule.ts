import type { Bindings } from './env.ts'
import { sendMails } from './mails/all.ts'
import { weeklyDigest } from './mails/digest/weekly.ts'
import { watch } from './watch/hourly.ts'

/** Cron expression of wrangler.toml (UTC) → job. */
export const jobs: Record<string, (env: Bindings, now: Date) => Promise<void>> = {
  '0 * * * *': watch,
  '20 * * * *': weeklyDigestAndMail,
}

export async function runJob(cron: string, env: Bindings, now: Date): Promise<void> {
  const job = jobs[cron]
  if (!job) throw new Error(`No job for the cron ${cron}`)
  await job(env, now)
}

/**
 * Sends in the hours in which no digest is written: with watching, or with writing, it would be more
 * statements than one invocation of the free plan may make.
 */
async function weeklyDigestAndMail(env: Bindings, now: Date): Promise<void> {
  const { written } = await weeklyDigest(env, now)
  if (!written) await sendMails(env, now)
}
