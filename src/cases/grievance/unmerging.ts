import { sql } from 'drizzle-orm'
import type { Beside, Change } from '../../engine/process.ts'
import type { Scene } from '../../orgs/scene.ts'
import { type CasePage, loadUnseen } from '../loading.ts'
import { clockedOfNone } from './clocks.ts'
import type { GrievanceEffect } from './effect.ts'
import { idsOf, mergedInto, pointTo, without } from './merged.ts'
import { aboveThoseAt } from './reviewing.ts'
import type { Grievance, GrievanceSubject } from './subject.ts'

/**
 * The worker does not accept that his case was merged: the level above those two takes it in by itself, and the
 * other one stands for him no more.
 */
export const objectMerger: GrievanceEffect = async (scene, { case: it, grievance }) => ({
  case: { handlerId: null },
  ...aboveMergers(it.orgPath, grievance),
  beside: lettingGo(await livingOf(scene, grievance), grievance.workers),
})

/** Also where the county itself merged it, our own people go on with it: nothing was refused to him. */
function aboveMergers(orgPath: string, { declinedPath }: Grievance): Change {
  const { orgPath: above } = aboveThoseAt(declinedPath, orgPath)
  return { orgPath: above, own: { mergedIntoId: null, dispatches: 0 } }
}

async function livingOf(scene: Scene, { mergedIntoId }: Grievance): Promise<CasePage | null> {
  return mergedIntoId === null ? null : loadUnseen(scene, mergedIntoId)
}

function lettingGo(living: CasePage | null, workers: number): Beside[] {
  if (!living?.grievance || living.case.state === 'archived') return []
  const left = without(living.grievance.workers, [{ workers }])
  return [{ subject: living, action: 'let_go', change: { own: { workers: left } } }]
}

/**
 * What was merged into a case that ends without an answer goes on by itself: nobody loses his case because another
 * worker withdrew his, or had it declined.
 */
export async function partAll(scene: Scene, { case: it, grievance }: GrievanceSubject): Promise<Change> {
  const merged = await mergedInto(scene, it.id)
  if (merged.length === 0) return {}
  return {
    own: { workers: without(grievance.workers, merged) },
    also: pointTo(scene, merged, null),
    sweeps: [
      {
        action: 'come_back',
        which: sql`cases.id in ${idsOf(merged)}`,
        facts: (danger) => ({ ...clockedOfNone, danger }),
        changes: { handlerId: null },
      },
    ],
  }
}
