import { type SQL, sql } from 'drizzle-orm'
import type { Statement } from '../db/client.ts'
import { insertSelect } from '../db/insert-select.ts'
import {
  caseEvents,
  cases,
  deletions,
  identities,
  messages,
  replies,
  submissions,
} from '../db/tables/cases.ts'
import type { Scene } from './moving.ts'

/**
 * Removes all that people wrote in the cases that `which` matches, for any of it may tell who the worker is:
 * identity, answers, messages, replies, and the reasons of worker and staff. What was done stays: category,
 * dates, states, roles, outcomes, ratings. Each kind leaves a row that it went, when and why; no content.
 */
export function emptying({ db, now }: Scene, which: SQL | undefined): Statement[] {
  const theirs = sql`(select id from cases where ${which})`
  const submitted = sql`(select submission_id from cases where ${which})`
  const gone = {
    id: sql`lower(hex(randomblob(16)))`,
    at: now,
    caseNumber: cases.number,
    what: sql`kinds.what`,
    why: 'retention',
  }
  return [
    insertSelect(db, deletions, gone, sql`from cases join ${kinds} kinds where ${which} and ${isThere}`),
    db.delete(identities).where(sql`case_id in ${theirs}`),
    db.update(submissions).set({ answers: {} }).where(sql`id in ${submitted}`),
    db.delete(messages).where(sql`case_id in ${theirs}`),
    db.update(replies).set({ body: '' }).where(sql`case_id in ${theirs}`),
    db.update(caseEvents).set({ reason: null }).where(sql`case_id in ${theirs} and ${byPeople}`),
  ]
}

/** A reason of the clock is a word of ours, not of a person. */
const byPeople = sql`actor in ('worker', 'staff') and reason is not null`

const kinds = sql`(select 'identity' as what union all select 'answers' union all select 'messages'
  union all select 'replies' union all select 'reasons')`

const isThere = sql`case kinds.what
  when 'identity' then exists (select 1 from identities i where i.case_id = cases.id)
  when 'answers' then exists (select 1 from submissions s where s.id = cases.submission_id and s.answers <> '{}')
  when 'messages' then exists (select 1 from messages m where m.case_id = cases.id)
  when 'replies' then exists (select 1 from replies r where r.case_id = cases.id and r.body <> '')
  when 'reasons' then exists (select 1 from case_events e where e.case_id = cases.id and ${byPeople})
end`
