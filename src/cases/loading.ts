import { and, eq, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { cases } from '../db/tables/cases.ts'
import { grievances, ratings, replies } from '../db/tables/grievances.ts'
import { caseKeys } from '../db/tables/keys.ts'
import { enterprises, organisations, staff as staffTable } from '../db/tables/orgs.ts'
import { identities, submissions } from '../db/tables/submissions.ts'
import type { Bilingual } from '../db/vocabulary.ts'
import { isContactSql } from '../engine/contact-duties.ts'
import { keptDefinition } from '../forms/kept-definitions.ts'
import type { Staff } from '../orgs/staff.ts'
import { cipherOn, type Keys } from './ciphers.ts'
import type { FiledSubject } from './filed/subject.ts'
import type { Grievance, Rating, Reply } from './grievance/subject.ts'
import { type Living, livingOf, readLiving } from './living.ts'
import { readAnswers, readReply } from './reading-words.ts'
import { type Relative, readRelatives, relativesSeenBy } from './relatives.ts'
import { type RunningDuty, readDuties, runningDuties } from './running-duties.ts'
import { readSeat, type Seat, seatOf } from './seats/standing-in-line.ts'
import { recusedSql, sees } from './sight.ts'

/** A case with all that its page shows, except history and thread (`history.ts`). */
export interface CasePage extends FiledSubject {
  /** What only a grievance has; null where the case goes by another process. */
  grievance: Grievance | null
  /** What is owed by now, the union's before the worker's, soonest first. */
  duties: RunningDuty[]
  org: { id: string; name: Bilingual }
  /** The organisation that has it; null where a person, the worker or nobody has. */
  holderOrg: Bilingual | null
  enterprise: { id: string; name: Bilingual } | null
  handlerName: string | null
  /** When the worker was first reached, by whatever meets that duty. */
  contactedAt: Date | null
  /** The current draft or, once signed, the answer. */
  reply: Reply | null
  rating: Rating | null
  /** Who decided a grievance before its worker appealed or objected; none for the worker. */
  decidedBefore: readonly string[]
  /** Whether he has a place, or waits for one; null where nothing is counted. */
  seat: Seat | null
  /** Of a merged case the one that lives on; null of every other. */
  living: Living | null
  /** Of those that belong together with it, what the reader sees; none for the worker. */
  relatives: Relative[]
}

/** The same for the worker: no draft before it is signed, and nobody's name. */
export type CaseForWorker = CasePage

/** A case as this person may see it; null when there is none, or he may not. */
export function loadForStaff(scene: Keys, staff: Staff, id: string): Promise<CasePage | null> {
  return pageOf(scene, eq(cases.id, id), staff)
}

/** The case of a receipt; one look-up, alike for right and wrong ones. */
export async function loadByReceiptHash(scene: Keys, hash: string): Promise<CaseForWorker | null> {
  const found = await pageOf(scene, eq(cases.receiptHash, hash), null)
  return found && { ...found, handlerName: null, reply: found.reply?.signedAt ? found.reply : null }
}

/** Whether this receipt opens this case by now. */
export async function hasReceipt({ db }: Pick<Keys, 'db'>, id: string, hash: string): Promise<boolean> {
  return (await db.$count(cases, and(eq(cases.id, id), eq(cases.receiptHash, hash)))) > 0
}

/** A case for a step of the service itself; shown to nobody. */
export function loadUnseen(scene: Keys, id: string): Promise<CasePage | null> {
  return pageOf(scene, eq(cases.id, id), null)
}

/** As a person of the union may see it, or as the worker and the service do. */
async function pageOf(scene: Keys, which: SQL, staff: Staff | null): Promise<CasePage | null> {
  const { db } = scene
  const isStaff = staff !== null
  const handler = alias(staffTable, 'handler')
  const holder = alias(organisations, 'holder')
  const [row] = await db
    .select({
      case: cases,
      grievance: grievances,
      duties: runningDuties(sql`${cases.id}`),
      submission: submissions,
      key: caseKeys,
      org: { id: organisations.id, name: organisations.name },
      holderOrgName: holder.name,
      enterpriseId: enterprises.id,
      enterpriseName: enterprises.name,
      handlerName: handler.name,
      contactedAt: firstContact,
      reply: replies,
      rating: ratings,
      // D1 takes no more columns. Whether a name is kept a person of the union asks only with a reason (`vault.ts`).
      kept: sql<string>`json_array(${isStaff ? sql`0` : hasIdentity}, ${isSealed}, ${hasOriginals}, ${seatOf})`,
      decidedBefore: isStaff ? decidedBefore : sql<string>`'[]'`,
      recused: staff ? recusedSql(staff.id) : sql<number>`0`,
      living: livingOf,
      relatives: staff ? relativesSeenBy(staff.id) : sql<string>`'[]'`,
    })
    .from(cases)
    .innerJoin(submissions, eq(submissions.id, cases.submissionId))
    .leftJoin(caseKeys, eq(caseKeys.caseId, cases.id))
    .leftJoin(grievances, eq(grievances.caseId, cases.id))
    .leftJoin(organisations, eq(organisations.id, cases.orgId))
    .leftJoin(holder, eq(holder.id, cases.holderOrgId))
    .leftJoin(enterprises, eq(enterprises.id, cases.enterpriseId))
    .leftJoin(
      handler,
      eq(handler.id, isStaff ? sql`coalesce(${livingHandler}, ${cases.handlerId})` : sql`null`),
    )
    .leftJoin(replies, eq(replies.id, grievances.replyId))
    .leftJoin(ratings, eq(ratings.replyId, grievances.replyId))
    .where(which)
    .limit(1)
  // Before any word is opened: who does not see it learns nothing of it, nor that it cannot be opened.
  if (!row || (staff && !sees(staff, row.case, Boolean(row.recused)))) return null
  const {
    enterpriseId,
    enterpriseName,
    recused,
    relatives,
    decidedBefore: deciders,
    kept,
    org,
    holderOrgName,
    key,
    ...rest
  } = row
  const cipher = cipherOn(scene, row.case, key)
  const [identity, sealed, originals, seat]: unknown[] = JSON.parse(kept)
  const [living, answers, reply] = await Promise.all([
    readLiving(scene, row.living),
    readAnswers(cipher, row.submission),
    row.reply && readReply(cipher, row.reply),
  ])
  return {
    ...rest,
    cipher,
    submission: { ...row.submission, answers },
    reply,
    // Who handles the one that lives on handles what is merged into it.
    case: living ? { ...row.case, handlerId: living.handlerId } : row.case,
    living,
    definition: await keptDefinition(db, row.submission.formVersionId),
    duties: readDuties(JSON.parse(row.duties)),
    contactedAt: row.contactedAt === null ? null : new Date(row.contactedAt),
    relatives: readRelatives(relatives),
    decidedBefore: JSON.parse(deciders),
    org: org ?? { id: row.case.orgId, name: { zh: '', en: '' } },
    holderOrg: holderOrgName,
    enterprise: enterpriseId && enterpriseName ? { id: enterpriseId, name: enterpriseName } : null,
    hasIdentity: Boolean(identity),
    isSealed: Boolean(sealed),
    hasOriginals: Boolean(originals),
    seat: readSeat(seat),
    recused: Boolean(recused),
  }
}

const livingHandler = sql`(select l.handler_id from cases l
  where l.id = ${grievances.mergedIntoId} and ${cases.closingLabel} = 'merged')`

const hasIdentity = sql`exists (select 1 from ${identities} where ${identities.caseId} = ${cases.id})`

const hasOriginals = sql`exists (select 1 from files f where f.case_id = ${cases.id} and f.original_of is not null)`

const isSealed = sql`(select i.sealed from identities i where i.case_id = ${cases.id})`

const decidedBefore = sql<string>`(select json_group_array(b.staff_id) from decided_before b
  where b.case_id = ${cases.id})`

const firstContact = sql<number | null>`(select min(d.done_at) from duties d
  where d.case_id = ${cases.id} and ${isContactSql})`
