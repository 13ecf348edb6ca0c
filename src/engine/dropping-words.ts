import { type SQL, sql } from 'drizzle-orm'
import type { Db, Statement } from '../db/client.ts'
import { caseEvents } from '../db/tables/cases.ts'

/** SQL over `case_events`: with the words of a person. */
export const saidByPeople = sql`reason is not null`

/** Statement: takes what people wrote out of the events that `which` matches; that they happened stays. */
export function dropWords(db: Db, which: SQL): Statement {
  return db
    .update(caseEvents)
    .set({ reason: null, reasonDigest: null })
    .where(sql`${which} and ${saidByPeople}`)
}

/** Statement: why the service did something, kept among the words of people by an older version, in its own column. */
export function setCausesApart(db: Db, which: SQL): Statement {
  return db
    .update(caseEvents)
    .set({ cause: sql`cast(${caseEvents.reason} as text)`, reason: null })
    .where(sql`${which} and actor in ('clock', 'system') and reason is not null`)
}
