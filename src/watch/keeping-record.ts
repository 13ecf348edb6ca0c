import { closeDays } from '../cases/record/closing-days.ts'
import { recheck } from '../cases/record/rechecking.ts'
import { forgetLog } from '../orgs/forgetting-log.ts'
import { openScene } from '../orgs/scene.ts'
import type { Platform } from '../platform/types.ts'
import { type Parts, runParts } from './running-parts.ts'

const parts: Parts<void> = {
  'closing days of the record': closeDays,
  'comparing the record with what is there': recheck,
  'forgetting the log': forgetLog,
}

/** Keeps the record: closes what is over, and compares a slice of it with what stands in the database. */
export async function keepRecord(platform: Platform, now: Date): Promise<void> {
  const scene = await openScene(platform, now)
  await runParts('Keeping the record', parts, scene)
  if (scene.news.waiting) await platform.wake({ kind: 'deliveries' })
}
