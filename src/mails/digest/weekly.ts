import { openScene } from '../../orgs/scene.ts'
import type { Platform } from '../../platform/types.ts'
import { writeDigests } from './write.ts'

/** The job of the digest. Every hour asks; on all but a Monday morning there is nobody left to write to. */
export async function weeklyDigest(platform: Platform, now: Date): Promise<{ written: boolean }> {
  const { written, more } = await writeDigests(await openScene(platform, now))
  if (written) await platform.wake({ kind: more ? 'digest' : 'deliveries' })
  return { written }
}
