import type { Case } from '../engine/process.ts'
import { dayIn, startOfDay } from '../orgs/zone.ts'
import type { Entry } from './history.ts'

/**
 * The history of a case as pages show it: of an anonymous one, what its worker did and what the service did of
 * itself is told by the day. Whoever knows who was on the phone at that minute would know who it was.
 */
export function withoutMinutes(
  entries: Entry[],
  { anonymous }: Pick<Case, 'anonymous'>,
  zone: string,
): Entry[] {
  return anonymous ? entries.map((entry) => byTheDay(entry, zone)) : entries
}

/**
 * Whether dates of a case are shown with their time of day. So many hours after an anonymous filing are the minute
 * of that filing; but in danger, whoever has two hours needs to see when they end.
 */
export function tellsMinute({ anonymous, danger }: Pick<Case, 'anonymous' | 'danger'>): boolean {
  return !anonymous || danger
}

/** For a file: an instant, or the day where no more is told. */
export function writtenTime(zone: string, at: Date): string {
  return startOfDay(zone, at).getTime() === at.getTime() ? dayIn(zone, at) : at.toISOString()
}

function byTheDay(entry: Entry, zone: string): Entry {
  const at = startOfDay(zone, entry.at)
  switch (entry.kind) {
    case 'event':
      return entry.actor === 'staff' ? entry : { ...entry, at }
    case 'message':
      return entry.fromWorker ? { ...entry, at } : entry
    case 'reply':
      return entry.rating
        ? { ...entry, rating: { ...entry.rating, at: startOfDay(zone, entry.rating.at) } }
        : entry
  }
}
