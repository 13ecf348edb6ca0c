import { eq, sql } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import { identities } from '../../db/tables/submissions.ts'
import { saidByPeople } from '../../engine/dropping-words.ts'

/** What a worker may have deleted of what is kept of him. */
export type Erasure = 'erase_words' | 'erase_identity'

/**
 * Whether nothing is left of it, so that who asks for it once more has it already. That he asked a moment ago does not
 * say so: he may have written since.
 */
export async function isErased(db: Db, action: Erasure, caseId: string): Promise<boolean> {
  return action === 'erase_words'
    ? !(await hasWords(db, caseId))
    : (await db.$count(identities, eq(identities.caseId, caseId))) === 0
}

/** Answers, messages of either side, or the words of his own acts. */
async function hasWords(db: Db, caseId: string): Promise<boolean> {
  const [row] = await db.all<{ has: number }>(sql`select
    exists (select 1 from submissions where id = ${caseId} and erased_at is null)
      or exists (select 1 from messages where case_id = ${caseId})
      or exists (select 1 from case_events where case_id = ${caseId} and actor = 'worker' and ${saidByPeople})
    as has`)
  return row?.has === 1
}
