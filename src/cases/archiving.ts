import { type SQL, sql } from 'drizzle-orm'
import type { Statement } from '../db/client.ts'
import { nothingWritten } from '../db/columns.ts'
import { messages } from '../db/tables/cases.ts'
import { consents, referrals } from '../db/tables/consents.ts'
import { files } from '../db/tables/files.ts'
import { replies } from '../db/tables/grievances.ts'
import { caseKeys } from '../db/tables/keys.ts'
import { identities, submissions } from '../db/tables/submissions.ts'
import { dropWords, saidByPeople } from '../engine/dropping-words.ts'
import type { Scene } from '../orgs/scene.ts'
import {
  countOfFiles,
  countOfIdentity,
  countOfMessages,
  countOfNews,
  noteDeletions,
} from './deletion-ledger.ts'

/** Statement, before anything is removed: of each kind how many go of the cases that `which` matches; no content. */
export function noteEmptying(scene: Scene, which: SQL): Statement {
  return noteDeletions(scene, which, 'retention', counts)
}

/**
 * Removes all that people wrote in the cases that `which` matches, for any of it may tell who the worker is:
 * identity, answers, messages, photos and sounds, replies, what others were told, and the reasons of worker and staff. What was done
 * stays: category, dates, states, roles, outcomes, ratings.
 */
export function emptying({ db }: Scene, which: SQL): Statement[] {
  const theirs = sql`(select id from cases where ${which})`
  const submitted = sql`(select submission_id from cases where ${which})`
  const gap = nothingWritten.text
  return [
    db.delete(identities).where(sql`case_id in ${theirs}`),
    db.update(submissions).set({ answers: nothingWritten.answers }).where(sql`id in ${submitted}`),
    db.delete(messages).where(sql`case_id in ${theirs}`),
    db.delete(files).where(sql`case_id in ${theirs}`),
    db.update(replies).set({ body: nothingWritten.text }).where(sql`case_id in ${theirs}`),
    db.update(consents).set({ recipient: gap, contact: gap, purpose: gap }).where(sql`case_id in ${theirs}`),
    db.update(referrals).set({ recipient: gap, told: gap }).where(sql`case_id in ${theirs}`),
    dropWords(db, sql`case_id in ${theirs}`),
  ]
}

/**
 * Statement, once they are archived: their keys go too, so that in time no backup opens what was removed. Where a key
 * goes, triggers remove where the worker wanted to be told, and what he had chosen of places that are counted.
 */
export function forgetKeys({ db }: Scene, which: SQL): Statement {
  return db
    .delete(caseKeys)
    .where(sql`case_id in (select id from cases where ${which} and state = 'archived')`)
}

/** SQL over `cases`: how much of each kind there is. */
const counts = {
  identity: countOfIdentity,
  answers: sql`(select count(*) from submissions s
    where s.id = cases.submission_id and s.answers <> '{}' and s.erased_at is null)`,
  messages: countOfMessages,
  files: countOfFiles,
  replies: sql`(select count(*) from replies r where r.case_id = cases.id and r.body <> '')`,
  consents: sql`(select count(*) from consents c where c.case_id = cases.id and c.recipient <> '')`,
  referrals: sql`(select count(*) from referrals r where r.case_id = cases.id and r.told <> '')`,
  reasons: sql`(select count(*) from case_events e where e.case_id = cases.id and ${saidByPeople})`,
  news: countOfNews,
}
