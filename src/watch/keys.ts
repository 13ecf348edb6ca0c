import { encryptOld } from '../cases/keys/encrypting-old.ts'
import { rewrap } from '../cases/keys/rewrapping.ts'
import { openScene } from '../orgs/scene.ts'
import type { Platform } from '../platform/types.ts'
import { type Parts, runParts } from './running-parts.ts'

const parts: Parts<{ more: boolean }> = {
  'encrypting what is older than encryption': encryptOld,
  'wrapping keys for this month': rewrap,
}

/** Keeps the keys of cases, a slice at a time, and asks the queue to go on until all is done. */
export async function keepKeys(platform: Platform, now: Date): Promise<void> {
  const scene = await openScene(platform, now)
  const runs = await runParts('Keeping keys', parts, scene)
  if (runs.some(({ more }) => more)) await platform.wake({ kind: 'keys' })
  if (scene.news.waiting) await platform.wake({ kind: 'deliveries' })
}
