import { type SQL, sql } from 'drizzle-orm'
import type { Statement } from '../db/client.ts'
import { nothingWritten } from '../db/columns.ts'
import { randomIdSql } from '../db/id.ts'
import { insertSelect } from '../db/insert-select.ts'
import { cases, messages } from '../db/tables/cases.ts'
import { deletions } from '../db/tables/deletions.ts'
import { replies } from '../db/tables/grievances.ts'
import { caseKeys } from '../db/tables/keys.ts'
import { identities, submissions } from '../db/tables/submissions.ts'
import { dropWords, saidByPeople } from '../engine/dropping-words.ts'
import type { Scene } from '../orgs/scene.ts'

/**
 * Removes all that people wrote in the cases that `which` matches, for any of it may tell who the worker is:
 * identity, answers, messages, replies, and the reasons of worker and staff. What was done stays: category,
 * dates, states, roles, outcomes, ratings. Each kind leaves a row of how many went, when and why; no content.
 */
export function emptying({ db, now }: Scene, which: SQL | undefined): Statement[] {
  const theirs = sql`(select id from cases where ${which})`
  const submitted = sql`(select submission_id from cases where ${which})`
  const gone = {
    id: randomIdSql,
    at: now,
    caseNumber: cases.number,
    what: sql`kinds.what`,
    why: 'retention' as const,
    count: sql<number>`${countOf}`,
  }
  return [
    insertSelect(db, deletions, gone, sql`from cases join ${kinds} kinds where ${which} and ${countOf} > 0`),
    db.delete(identities).where(sql`case_id in ${theirs}`),
    db.update(submissions).set({ answers: nothingWritten.answers }).where(sql`id in ${submitted}`),
    db.delete(messages).where(sql`case_id in ${theirs}`),
    db.update(replies).set({ body: nothingWritten.text }).where(sql`case_id in ${theirs}`),
    dropWords(db, sql`case_id in ${theirs}`),
  ]
}

/** Statement, once they are archived: their keys go too, so that in time no backup opens what was removed. */
export function forgetKeys({ db }: Scene, which: SQL): Statement {
  return db
    .delete(caseKeys)
    .where(sql`case_id in (select id from cases where ${which} and state = 'archived')`)
}

const kinds = sql`(select 'identity' as what union all select 'answers' union all select 'messages'
  union all select 'replies' union all select 'reasons')`

const countOf = sql`case kinds.what
  when 'identity' then (select count(*) from identities i where i.case_id = cases.id)
  when 'answers' then (select count(*) from submissions s where s.id = cases.submission_id and s.answers <> '{}')
  when 'messages' then (select count(*) from messages m where m.case_id = cases.id)
  when 'replies' then (select count(*) from replies r where r.case_id = cases.id and r.body <> '')
  when 'reasons' then (select count(*) from case_events e where e.case_id = cases.id and ${saidByPeople})
end`
