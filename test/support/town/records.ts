import { eq, sql } from 'drizzle-orm'
import { cipherFor } from '../../../src/cases/ciphers.ts'
import type { Db } from '../../../src/db/client.ts'
import { caseEvents, cases, duties } from '../../../src/db/tables/cases.ts'
import { grievances } from '../../../src/db/tables/grievances.ts'
import { deliveries, notices } from '../../../src/db/tables/notices.ts'
import { staff } from '../../../src/db/tables/orgs.ts'
import { wordsOf } from '../../../src/engine/saying.ts'
import type { Scene } from '../../../src/orgs/scene.ts'

/** A case as it stands, whoever may see it: what tests read of it, in one object. */
export async function caseOf(db: Db, id: string) {
  const [row] = await db
    .select({ it: cases, own: grievances })
    .from(cases)
    .leftJoin(grievances, eq(grievances.caseId, cases.id))
    .where(eq(cases.id, id))
  if (!row) throw new Error(`No case ${id}`)
  const running = await dutiesOf(db, id)
  const contact = running.find(({ kind }) => kind === 'contact')
  const nearest = running.find(({ kind }) => kind === row.it.dutyKind)
  const { caseId: _, ...own } = row.own ?? { caseId: id }
  return {
    ...(own as Omit<typeof grievances.$inferSelect, 'caseId'>),
    ...row.it,
    contactDueAt: contact?.dueAt ?? null,
    contactedAt: contact?.doneAt ?? null,
    halfAt: nearest?.halfAt ?? null,
  }
}

/** What is or was owed on a case, soonest first. */
export function dutiesOf(db: Db, id: string) {
  return db.select().from(duties).where(eq(duties.caseId, id)).orderBy(duties.dueAt)
}

/** What happened to a case, in order. */
export async function historyOf(scene: Scene, id: string) {
  const rows = await scene.db
    .select()
    .from(caseEvents)
    .where(eq(caseEvents.caseId, id))
    .orderBy(caseEvents.seq)
  const cipher = await cipherFor(scene, id)
  return Promise.all(rows.map(async (row) => ({ ...row, reason: await wordsOf(cipher, row) })))
}

/** Everything that people were told, in the order in which it was written, with how it went out by mail. */
export function noticesIn(db: Db) {
  return db
    .select({
      kind: notices.kind,
      /** The id of the person. */
      to: notices.staffId,
      recipient: staff.email,
      locale: staff.locale,
      caseId: notices.caseId,
      event: notices.event,
      data: notices.data,
      /** Null where there was nothing to send. */
      status: deliveries.status,
      skipped: deliveries.skipped,
      error: deliveries.error,
      attempts: deliveries.attempts,
      nextAt: deliveries.nextAt,
    })
    .from(notices)
    .innerJoin(staff, eq(staff.id, notices.staffId))
    .leftJoin(deliveries, eq(deliveries.noticeId, notices.id))
    .orderBy(notices.at, sql`notices.rowid`)
}

const ofCases = ['cases', 'grievances', 'duties', 'case_events', 'notices', 'deliveries', 'deletions']

/** Whatever a job could change, to see whether it changed anything. */
export async function everything(db: Db): Promise<string> {
  const rows = await Promise.all(
    ofCases.map((name) => db.all(sql.raw(`select * from ${name} order by 1, 2`))),
  )
  return JSON.stringify(rows)
}

export async function forgetCases(db: Db): Promise<void> {
  for (const name of [
    ...ofCases,
    'submissions',
    'identities',
    'case_keys',
    'messages',
    'replies',
    'ratings',
    'recusals',
    'news_ways',
    'consents',
    'referrals',
  ])
    await db.run(sql.raw(`delete from ${name}`))
}
