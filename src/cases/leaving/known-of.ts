import { and, eq, inArray, sql } from 'drizzle-orm'
import { listed } from '../../db/listed.ts'
import { caseEvents, cases, messages } from '../../db/tables/cases.ts'
import { caseKeys } from '../../db/tables/keys.ts'
import { enterprises, organisations } from '../../db/tables/orgs.ts'
import { identities, submissions } from '../../db/tables/submissions.ts'
import type { CaseCipher } from '../../encryption/case-cipher.ts'
import { saidByPeople } from '../../engine/dropping-words.ts'
import { wordsOf } from '../../engine/saying.ts'
import { cipherOn, type Keys } from '../ciphers.ts'
import { readAnswers } from '../reading-words.ts'
import type { Details } from '../vault.ts'
import type { Known } from './what-identifies.ts'

/** So many of the last messages, and of the last reasons, are looked at. */
const most = 60

/**
 * What names the workers of these cases, and what they wrote; for a comparison inside, and shown to nobody. Their
 * employers and unions are let through.
 */
export async function knownOf(scene: Keys, ids: readonly string[]): Promise<Known> {
  const { db } = scene
  const [rows, thread, events] = await Promise.all([
    db
      .select({
        it: cases,
        submission: submissions,
        identity: identities,
        key: caseKeys,
        employer: enterprises.name,
        union: organisations.name,
      })
      .from(cases)
      .innerJoin(submissions, eq(submissions.id, cases.submissionId))
      .leftJoin(identities, eq(identities.caseId, cases.id))
      .leftJoin(caseKeys, eq(caseKeys.caseId, cases.id))
      .leftJoin(enterprises, eq(enterprises.id, cases.enterpriseId))
      .leftJoin(organisations, eq(organisations.id, cases.orgId))
      .where(inArray(cases.id, listed([...ids]))),
    db
      .select({ caseId: messages.caseId, id: messages.id, body: messages.body })
      .from(messages)
      .where(and(inArray(messages.caseId, listed([...ids])), eq(messages.fromWorker, true)))
      .orderBy(sql`messages.at desc`)
      .limit(most),
    db
      .select({ caseId: caseEvents.caseId, id: caseEvents.id, reason: caseEvents.reason })
      .from(caseEvents)
      .where(and(inArray(caseEvents.caseId, listed([...ids])), eq(caseEvents.actor, 'worker'), saidByPeople))
      .orderBy(sql`case_events.at desc`)
      .limit(most),
  ])
  const known = rows.map(async ({ it, submission, identity, key }) => {
    const cipher = cipherOn(scene, it, key)
    const ofCase = <Row extends { caseId: string }>(row: Row) => row.caseId === it.id
    const [answers, details, ...said] = await Promise.all([
      readAnswers(cipher, submission),
      identity && namesIn(cipher, identity),
      ...thread.filter(ofCase).map(({ id, body }) => cipher.decrypt(messages.body, id, body)),
      ...events.filter(ofCase).map((event) => wordsOf(cipher, event)),
    ])
    return { details: details ?? [], words: [...textsIn(answers), ...said.filter((text) => text !== null)] }
  })
  const all = await Promise.all(known)
  return {
    details: all.flatMap(({ details }) => details),
    words: all.flatMap(({ words }) => words),
    letThrough: rows.flatMap(({ employer, union }) =>
      [employer, union].flatMap((name) => (name ? Object.values(name) : [])),
    ),
  }
}

/** None of a name that its worker sealed: the service cannot read it either. */
async function namesIn(cipher: CaseCipher, row: typeof identities.$inferSelect): Promise<string[]> {
  if (row.sealed) return []
  return Object.values(await cipher.decryptJson<Details>(identities.details, row.caseId, row.details))
}

/** What was written in answers, however deep it lies. */
function textsIn(answer: unknown): string[] {
  if (typeof answer === 'string') return [answer]
  return typeof answer === 'object' && answer !== null ? Object.values(answer).flatMap(textsIn) : []
}
