import { openDb } from '../../db/client.ts'
import type { Bindings } from '../../env.ts'
import { wake } from '../../mail/waking.ts'
import { loadRules } from '../../orgs/rules.ts'
import { writeDigests } from './write.ts'

/** The job of the digest. Every hour asks; on all but a Monday morning there is nobody left to write to. */
export async function weeklyDigest(env: Bindings, now: Date): Promise<{ written: boolean }> {
  const db = openDb(env.DB)
  const { settings } = await loadRules(db, now)
  const { written, more } = await writeDigests(db, settings.zone, now)
  if (written) await wake(env.WAKE, { kind: more ? 'digest' : 'deliveries' })
  return { written }
}
