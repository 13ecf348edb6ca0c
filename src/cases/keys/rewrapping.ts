import { asc, gt, ne, sql } from 'drizzle-orm'
import { inBatch } from '../../db/batch.ts'
import { caseKeys } from '../../db/tables/keys.ts'
import type { KeptKey } from '../../encryption/keyring.ts'
import { Unreadable } from '../../encryption/unreadable.ts'
import type { Scene } from '../../orgs/scene.ts'
import { tellUnreadable } from '../telling-unreadable.ts'
import { isSettled, lastProgress, type Progress, progressFor, saved } from './progress.ts'

/** As many keys as one run wraps anew within the time of the free plan. */
const slice = 200

/**
 * Wraps the keys of the living as one that is made now, a slice a run. Half an hour after the last one, and only if
 * there is no key left that is wrapped otherwise, what unwraps the months before is destroyed: a key that was deleted
 * since opens from no backup any more. A key that does not open rings and keeps all of that from happening, every
 * hour anew, until somebody has mended or removed it. Answers whether another run is needed at once.
 */
export async function rewrap(scene: Scene): Promise<{ more: boolean }> {
  const { db, keys, now } = scene
  const before = await lastProgress(db, 'rewrapping')
  if (before && isBehind(before, now)) return { more: false }
  const current = await keys.current(now)
  const progress = progressFor('rewrapping', current, before)
  if (progress.done) return { more: false }
  if (isSettled(progress, scene)) {
    const [left] = await db.select().from(caseKeys).where(ne(caseKeys.wrappedBy, current)).limit(1)
    if (!left) await keys.forgetMonths(now)
    await inBatch(db, [saved(db, { ...progress, upTo: '', reachedAt: null, done: !left })])
    return { more: left !== undefined }
  }
  if (progress.reachedAt) return { more: false }
  const next = await db
    .select()
    .from(caseKeys)
    .where(gt(caseKeys.caseId, progress.upTo))
    .orderBy(asc(caseKeys.caseId))
    .limit(slice)
  const last = next.at(-1)
  const old = next.filter(({ wrappedBy }) => wrappedBy !== current)
  const wrapped = await Promise.all(old.map((kept) => wrappedAnew(scene, kept)))
  const rows = wrapped.filter((it) => it !== null)
  const unreadable = old.filter((_, at) => wrapped[at] === null).map(({ caseId }) => caseId)
  await inBatch(db, [
    db
      .update(caseKeys)
      .set({ wrappedBy: sql`again.value ->> 'wrappedBy'`, wrapped: sql`again.value ->> 'wrapped'` })
      .from(sql`json_each(${JSON.stringify(rows)}) as again`)
      .where(sql`${caseKeys.caseId} = again.value ->> 'caseId' and ${caseKeys.id} = again.value ->> 'id'`),
    saved(db, { ...progress, upTo: last?.caseId ?? progress.upTo, reachedAt: last ? null : now }),
  ])
  if (unreadable.length > 0) await tellUnreadable(scene, unreadable)
  return { more: last !== undefined }
}

/** A run that comes late, after one of a later month, would wrap keys by what is destroyed. */
function isBehind(before: Progress, now: Date): boolean {
  const [, month = ''] = before.for.split('.')
  return month > now.toISOString().slice(0, 7)
}

async function wrappedAnew(scene: Scene, kept: KeptKey): Promise<KeptKey | null> {
  try {
    return await scene.keys.rewrap(kept, scene.now)
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    return null
  }
}
