import { openDb } from '../../db/client.ts'
import { keyringOf } from '../../encryption/keyring.ts'
import { loadRules } from '../../orgs/rules.ts'
import { sceneOf } from '../../orgs/scene.ts'
import type { Platform } from '../../platform/types.ts'
import { writeDigests } from './write.ts'

/** The job of the digest. Every hour asks; on all but a Monday morning there is nobody left to write to. */
export async function weeklyDigest(platform: Platform, now: Date): Promise<{ written: boolean }> {
  const db = openDb(platform.openDatabase('newest').database)
  const { written, more } = await writeDigests(
    sceneOf(db, keyringOf(platform), await loadRules(db, now), now),
  )
  if (written) await platform.wake({ kind: more ? 'digest' : 'deliveries' })
  return { written }
}
