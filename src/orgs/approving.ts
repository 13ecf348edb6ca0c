import { and, asc, eq, ne, type SQL, sql } from 'drizzle-orm'
import type { Db } from '../db/client.ts'
import { isConflict } from '../db/conflict.ts'
import { enterprises, organisations } from '../db/tables/orgs.ts'
import type { Bilingual, EmployerStatus } from '../db/vocabulary.ts'
import { administersAll } from './administering.ts'
import { auditRow, type Office } from './auditing.ts'
import type { Employer } from './registering.ts'
import { hasName } from './same-name.ts'

/** `gone`: it waits no more, or reads otherwise than what was seen; `code_taken` as for registering. */
export type Approved = 'done' | 'not_allowed' | 'gone' | 'code_taken' | 'reason_missing'

/** An employer as the county looked at it: what is decided holds for nothing else. */
export interface Seen {
  id: string
  /** As `seenAs` gives it. */
  as: string
}

/** Lets workers choose an employer that waited, as it was seen. */
export async function approveEnterprise(office: Office, { id, as }: Seen): Promise<Approved> {
  const { db, by } = office
  if (!administersAll(by)) return 'not_allowed'
  try {
    const [approved] = await db.batch([
      db
        .update(enterprises)
        .set({ status: 'approved', refusedBecause: null })
        .where(and(isSeen(id, as), eq(enterprises.status, 'waiting')))
        .returning({ id: enterprises.id }),
      auditRow(office, 'enterprise_approved', as),
    ])
    return approved.length === 1 ? 'done' : 'gone'
  } catch (error) {
    if (isConflict(error, 'enterprises')) return 'code_taken'
    throw error
  }
}

/** Keeps an employer from workers, also one that they could choose, and says its union why. */
export async function refuseEnterprise(office: Office, { id, as }: Seen, reason: string): Promise<Approved> {
  const { db, by } = office
  if (!administersAll(by)) return 'not_allowed'
  if (!reason) return 'reason_missing'
  const [refused] = await db.batch([
    db
      .update(enterprises)
      .set({ status: 'refused', refusedBecause: reason })
      .where(and(isSeen(id, as), ne(enterprises.status, 'refused')))
      .returning({ id: enterprises.id }),
    auditRow(office, 'enterprise_refused', `${as}: ${reason}`),
  ])
  return refused.length === 1 ? 'done' : 'gone'
}

/** What was seen of an employer, in one line. */
export function seenAs({ name, creditCode }: Employer): string {
  return [name.zh, name.en, creditCode ?? ''].join(' | ')
}

function isSeen(id: string, as: string): SQL | undefined {
  const now = sql`json_extract(name, '$.zh') || ' | ' || json_extract(name, '$.en') || ' | ' || coalesce(credit_code, '')`
  return and(eq(enterprises.id, id), sql`trim(${now}) = trim(${as})`)
}

export interface Waiting extends Employer {
  id: string
  org: { id: string; name: Bilingual }
  /** Others of the same name or code, wherever they are. */
  alike: { name: Bilingual; creditCode: string | null; status: EmployerStatus; union: Bilingual }[]
}

/** The employers that wait for the county, oldest first, each with those that could be the same. */
export async function listWaiting(db: Db, after: string, limit: number): Promise<Waiting[]> {
  const rows = await db
    .select({
      id: enterprises.id,
      name: enterprises.name,
      creditCode: enterprises.creditCode,
      org: { id: organisations.id, name: organisations.name },
    })
    .from(enterprises)
    .innerJoin(organisations, eq(organisations.id, enterprises.orgId))
    .where(and(eq(enterprises.status, 'waiting'), sql`${enterprises.id} > ${after}`))
    .orderBy(asc(enterprises.id))
    .limit(limit)
  const alike = await Promise.all(rows.map((row) => alikeTo(db, row)))
  return rows.map((row, at) => ({ ...row, alike: alike[at] ?? [] }))
}

function alikeTo(db: Db, { id, name, creditCode }: Employer & { id: string }) {
  return db
    .select({
      name: enterprises.name,
      creditCode: enterprises.creditCode,
      status: enterprises.status,
      union: organisations.name,
    })
    .from(enterprises)
    .innerJoin(organisations, eq(organisations.id, enterprises.orgId))
    .where(
      sql`${enterprises.id} <> ${id} and (${hasName(name)} or ${enterprises.creditCode} = ${creditCode})`,
    )
    .limit(5)
}

export async function countWaiting(db: Db): Promise<number> {
  return await db.$count(enterprises, eq(enterprises.status, 'waiting'))
}
