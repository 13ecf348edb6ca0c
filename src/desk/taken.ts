import { acts, isStaffAction } from './acts.ts'
import type { News } from './news.tsx'
import type { Happening } from './opening.ts'

/**
 * The acts of a person that the server has, as `draft@7 note@*`: by the turn they were made for, or any turn
 * for the one just done. The script then lets go of the drafts it kept of them.
 */
export function takenBy(staffId: string, events: Happening[], news: News | null): string {
  const moved = events
    .filter((event) => event.staffId === staffId && event.turn !== null)
    .flatMap((event) =>
      isStaffAction(event.action) ? `${acts[event.action].noun}@${(event.turn ?? 1) - 1}` : [],
    )
  const done = news?.kind === 'done' ? [`${acts[news.action].noun}@*`] : []
  return [...moved, ...done].join(' ')
}
