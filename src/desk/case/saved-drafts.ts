import { isStaffAction, nounOf } from './acts.ts'
import type { Happening } from './load.ts'
import type { StepOutcome } from './outcome-notice.tsx'

/**
 * The acts of a person that the server has, as `draft@7 note@*`: by the turn they were made for, or any turn
 * for the one just done. The script then lets go of the drafts it kept of them.
 */
export function takenBy(staffId: string, events: Happening[], outcome: StepOutcome | null): string {
  const moved = events
    .filter((event) => event.staffId === staffId && event.turn !== null)
    .flatMap((event) =>
      isStaffAction(event.action) ? `${nounOf(event.action)}@${(event.turn ?? 1) - 1}` : [],
    )
  const done = outcome?.kind === 'done' ? outcome.actions.map((action) => `${nounOf(action)}@*`) : []
  return [...moved, ...done].join(' ')
}
