import { type SQL, sql } from 'drizzle-orm'
import type { Db, Statement } from '../db/client.ts'
import { caseEvents } from '../db/tables/cases.ts'

/** SQL over `case_events`: with the words of a person; a reason of the clock is a word of ours. */
export const saidByPeople = sql`actor in ('worker', 'staff') and reason is not null`

/** Statement: takes what people wrote out of the events that `which` matches; that they happened stays. */
export function dropWords(db: Db, which: SQL): Statement {
  return db.update(caseEvents).set({ reason: null }).where(sql`${which} and ${saidByPeople}`)
}
