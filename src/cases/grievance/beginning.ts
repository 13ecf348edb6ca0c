import { grievances } from '../../db/tables/grievances.ts'
import { type Beginning, begin } from '../../engine/begin.ts'
import type { Scene } from '../../orgs/scene.ts'
import { limitationOf } from './limitation.ts'
import { grievance } from './process.ts'

/** Statements of a new grievance: filed by the worker, and taken in at once by the system. */
export function beginGrievance(
  scene: Scene,
  beginning: Beginning,
  { workers, happenedOn }: { workers: number; happenedOn: string | null },
) {
  const claim = { category: beginning.category, happenedOn, filedAt: scene.now }
  const limitationAt = limitationOf(claim, scene.rules.settings.zone)?.dueAt ?? null
  const { theCase, others } = begin(
    grievance,
    scene,
    beginning,
    {
      path: [
        { action: 'file', to: 'submitted', actor: 'worker' },
        { action: 'receive', to: 'triage', actor: 'system' },
      ],
      starts: ['contact', 'decision'],
    },
    { ...beginning, complex: false, acceptedAt: null, extensionDays: 0, renewed: false },
  )
  return {
    theCase,
    others: [...others, scene.db.insert(grievances).values({ caseId: beginning.id, workers, limitationAt })],
  }
}
