import { runOn } from '../../engine/duties.ts'
import type { Case, Change } from '../../engine/process.ts'
import type { Scene } from '../../orgs/scene.ts'
import { readUntilNow } from '../filed/unread.ts'
import type { GrievanceEffect } from './effect.ts'

/** The worker has his case done again, by somebody else; complaining again starts supervision. */
export const redo: GrievanceEffect = (scene, { case: it }) => ({
  ...doneAgain(scene, it),
  ...complainedAgain(it),
})

/** The chair has a case done again that the worker did not call solved. */
export const redoByUnion: GrievanceEffect = (scene, { case: it }) => doneAgain(scene, it)

/** The worker wrote that it is not over, and nobody has the case: the duty officer has it done again for him. */
export const redoForWorker: GrievanceEffect = (scene, { case: it }) => {
  const again = doneAgain(scene, it)
  const read = readUntilNow(scene, it)
  return { ...again, ...complainedAgain(it), ...read, case: { ...again.case, ...read.case } }
}

/** A case that was withdrawn and goes on begins with triage; an appeal is owed its answer by the same day. */
export const startAgain: GrievanceEffect = ({ db }, { case: it }) => ({
  case: { handlerId: null },
  own: { dispatches: 0 },
  also: [runOn(db, it.id, 'review')],
})

/** A case done again begins with a clean sheet, and never with the same handler. */
export function doneAgain({ now }: Scene, it: Case): Change {
  return {
    case: { formerHandlerId: it.handlerId, handlerId: null, extended: false },
    own: { dispatches: 0, extensionDays: 0, acceptedAt: now },
  }
}

export function complainedAgain(it: Case): Change {
  return it.supervisedAt ? {} : { supervise: 'again' }
}
