import type { Entry } from './history.ts'

/** So many messages, and so many events, are on one page of a case. */
export const partLength = 50

/** The part of a history that a page shows: what came before a message and before an event, or the newest. */
export interface Part {
  messages?: string | undefined
  events?: number | undefined
}

/** A part as an address names it; what was altered names the newest one. */
export function readPart({ messages, events }: Record<string, string | undefined>): Part {
  return {
    messages: messages && /^[\w-]{1,64}$/.test(messages) ? messages : undefined,
    events: events && /^\d{1,9}$/.test(events) ? Number(events) : undefined,
  }
}

/** What a page shows of the entries that were read for a part, oldest first, and where the part before it ends. */
export function cutParts(entries: readonly Entry[]) {
  const messages = cut(entries.filter((entry) => entry.kind === 'message'))
  const events = cut(entries.filter((entry) => entry.kind === 'event'))
  const older: Part = { messages: messages.before?.id, events: events.before?.seq }
  return { messages: messages.shown, events: events.shown, older }
}

/** Of rows of which one more was read: what is shown, and the first of it where there is anything before. */
function cut<T>(rows: T[]): { shown: T[]; before: T | undefined } {
  const shown = rows.slice(-partLength)
  return { shown, before: rows.length > partLength ? shown[0] : undefined }
}
