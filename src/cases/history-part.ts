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

/** What is shown of rows, oldest first, of which one more was read; and whether there is anything before it. */
export function cut<T>(rows: T[]): { shown: T[]; hasOlder: boolean } {
  return { shown: rows.slice(-partLength), hasOlder: rows.length > partLength }
}
