import { eq, sql } from 'drizzle-orm'
import type { Db, Statement } from '../db/client.ts'
import { isConflict } from '../db/conflict.ts'
import { newId } from '../db/id.ts'
import { caseEvents, cases, identities, submissions } from '../db/tables/cases.ts'
import type { Category, Locale, Mode } from '../db/vocabulary.ts'
import { lineage } from '../orgs/tree.ts'
import { contactDue, deadlineFor } from './clocks.ts'
import { nearestWith } from './holders.ts'
import { freshDeadline, type Scene } from './moving.ts'
import { nobodyAlarm, urgentNotices } from './notices.ts'
import { keyDigest, receiptFor, receiptHash } from './receipts.ts'
import { type Route, routeOf } from './routing.ts'

export interface Filing {
  /** The idempotency key, as the form carried it. */
  key: string
  receiptSecret: string
  formVersionId: string
  siteCode: string | null
  /** The organisation of the site or of the worker's enterprise. */
  orgId: string
  orgPath: string
  enterpriseId: string | null
  bypassesUnit: boolean
  category: Category
  mode: Mode
  anonymous: boolean
  answers: Record<string, unknown>
  identity: Record<string, string>
  locale: Locale
  workers?: number
  /** What the worker answered about danger, where the form asks. */
  danger?: boolean
}

export interface Filed {
  ok: true
  /** The same form was sent before; nothing was written now. */
  again: boolean
  /** Whether what was sent before said the same, and was to be sent in the same way. */
  sameAnswers: boolean
  receipt: string
  caseId: string
  number: number
  /** Somebody is told at once: wake the sender. */
  urgent: boolean
}

/**
 * Files a case: submission, case, first events, identity and urgent notices in one batch, with no query
 * before it. The same key twice gives the first case and its receipt again, and writes nothing.
 */
export async function file(scene: Scene, filing: Filing): Promise<Filed> {
  const { receiptSecret: secret, key } = filing
  const [receipt, digest] = await Promise.all([receiptFor(secret, key), keyDigest(secret, key)])
  const hash = await receiptHash(secret, receipt)
  const route = routeOf(filing)
  const caseId = newId(scene.now)
  const rows = rowsOf(scene, filing, route, { caseId, digest, hash })
  try {
    const [inserted] = await scene.db.batch([rows.theCase, ...rows.others])
    const number = inserted[0]?.number ?? 0
    return { ok: true, again: false, sameAnswers: true, receipt, caseId, number, urgent: route.urgent }
  } catch (error) {
    if (!isConflict(error, 'submissions') && !isConflict(error, 'cases')) throw error
    const first = await filedBefore(scene.db, digest)
    if (!first) throw error
    const sameAnswers = isSame(first, filing, route)
    const { id, number } = first
    return { ok: true, again: true, sameAnswers, receipt, caseId: id, number, urgent: false }
  }
}

function rowsOf(
  { db, rules, now }: Scene,
  filing: Filing,
  route: Route,
  ids: { caseId: string; digest: string; hash: string },
) {
  const { caseId } = ids
  const { category, mode, anonymous, enterpriseId } = filing
  const { orgPath, secrecy, confidedTo, danger, bypassesUnit } = route
  const isAbove = orgPath !== filing.orgPath
  const clocked = { category, danger, complex: false, acceptedAt: null, dueAt: null, extensionDays: 0 }
  const place = { paths: lineage(orgPath), id: caseId, secrecy, confidedTo }
  const theCase = db
    .insert(cases)
    .values({
      id: caseId,
      number: sql`(select coalesce(max(number), 0) + 1 from cases)`,
      submissionId: caseId,
      receiptHash: ids.hash,
      orgId: isAbove ? sql`(select id from organisations where path = ${orgPath})` : filing.orgId,
      orgPath,
      enterpriseId,
      category,
      mode,
      secrecy,
      confidedTo,
      anonymous,
      bypassesUnit,
      danger,
      workers: filing.workers ?? 1,
      state: 'triage',
      turn: 2,
      holderRole: 'duty_officer',
      holderOrgId: nearestWith('duty_officer', place),
      createdAt: now,
      stateSince: now,
      contactDueAt: contactDue(danger, rules.settings, now),
      ...freshDeadline(deadlineFor('triage', clocked, rules, now), false, { rules, now }),
    })
    .returning({ number: cases.number })
  const submission = db.insert(submissions).values({
    id: caseId,
    formVersionId: filing.formVersionId,
    siteCode: filing.siteCode,
    answers: filing.answers,
    locale: filing.locale,
    mode,
    idempotencyKey: ids.digest,
    createdAt: now,
  })
  const event = { caseId, at: now }
  const events = db.insert(caseEvents).values([
    { ...event, seq: 1, turn: 1, action: 'file', to: 'submitted', actor: 'worker' },
    { ...event, seq: 2, turn: 2, action: 'receive', from: 'submitted', to: 'triage', actor: 'system' },
  ])
  const others: Statement[] = [submission, events]
  if (!anonymous && Object.keys(filing.identity).length > 0)
    others.push(db.insert(identities).values({ caseId, details: filing.identity }))
  if (route.urgent) {
    const why = danger ? 'danger' : 'many'
    others.push(urgentNotices(db, caseId, why, now), nobodyAlarm(db, caseId, now))
  }
  return { theCase, others }
}

async function filedBefore(db: Db, digest: string) {
  const [row] = await db
    .select({
      id: cases.id,
      number: cases.number,
      mode: submissions.mode,
      anonymous: cases.anonymous,
      bypassesUnit: cases.bypassesUnit,
      answers: submissions.answers,
      details: identities.details,
    })
    .from(submissions)
    .innerJoin(cases, eq(cases.submissionId, submissions.id))
    .leftJoin(identities, eq(identities.caseId, cases.id))
    .where(eq(submissions.idempotencyKey, digest))
  return row
}

type Before = NonNullable<Awaited<ReturnType<typeof filedBefore>>>

/** Whether it was said and sent in the same way: what was asked, by whom, as what, and past whom. */
function isSame(before: Before, filing: Filing, { bypassesUnit }: Route): boolean {
  const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)
  return (
    before.mode === filing.mode &&
    before.anonymous === filing.anonymous &&
    before.bypassesUnit === bypassesUnit &&
    same(before.answers, filing.answers) &&
    (!before.details || same(before.details, filing.identity))
  )
}
