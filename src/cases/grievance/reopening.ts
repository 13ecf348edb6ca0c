import type { Case, Change } from '../../engine/process.ts'
import type { Scene } from '../../orgs/scene.ts'
import { levelAbove } from '../../orgs/tree.ts'
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

/** The worker asks the level above to look at the answer (信访工作条例 35). */
export const appeal: GrievanceEffect = (scene, { case: it }) => ({
  ...doneAgain(scene, it),
  ...complainedAgain(it),
  orgPath: levelAbove(it.orgPath),
})

/** The worker does not accept that his case was declined; the level above looks at it. */
export const object: GrievanceEffect = (_, { case: it }) => ({ orgPath: levelAbove(it.orgPath) })

/** A case that was withdrawn and goes on begins with triage. */
export const startAgain: GrievanceEffect = () => ({ case: { handlerId: null }, own: { dispatches: 0 } })

/** A case done again begins with a clean sheet, and never with the same handler. */
function doneAgain({ now }: Scene, it: Case): Change {
  return {
    case: { formerHandlerId: it.handlerId, handlerId: null, extended: false },
    own: { dispatches: 0, extensionDays: 0, acceptedAt: now },
  }
}

function complainedAgain(it: Case): Change {
  return it.supervisedAt ? {} : { supervise: 'again' }
}
