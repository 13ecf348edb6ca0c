import { and, eq, type SQL, sql } from 'drizzle-orm'
import { isConflict } from '../db/conflict.ts'
import { newId } from '../db/id.ts'
import { insertSelect } from '../db/insert-select.ts'
import { enterprises, type organisations } from '../db/tables/orgs.ts'
import type { Bilingual, EmployerStatus } from '../db/vocabulary.ts'
import { administers, administersAll } from './administering.ts'
import { auditRow, type Office } from './auditing.ts'
import { hasNameOf } from './same-name.ts'

type Organisation = typeof organisations.$inferSelect

export interface Employer {
  name: Bilingual
  /** Verified; null where it is not known. */
  creditCode: string | null
}

/** `name_taken`: the union has one of this name; `code_taken`: an employer that workers can choose has the code. */
export type Registered =
  | { ok: true; status: EmployerStatus }
  | { ok: false; why: 'not_allowed' | 'gone' | 'name_taken' | 'code_taken' }

/**
 * Registers an employer with the union that is responsible for it. Workers can choose it at once where a credit
 * code of its own proves it, or the county registers it, and no other goes by its name; else it waits until the
 * county approves it, for its name draws cases to the union.
 */
export async function addEnterprise(
  office: Office,
  union: Organisation,
  employer: Employer,
): Promise<Registered> {
  const { db, now, by } = office
  if (!administers(by, union.path)) return { ok: false, why: 'not_allowed' }
  const id = newId(now)
  const row = { id, orgId: union.id, ...employer, status: verdict(office, id, employer), createdAt: now }
  return registered(office, union, id, employer, async () => {
    const [added] = await db.batch([
      insertSelect(db, enterprises, row, sql`where ${isFree(union, id, employer)}`).returning({
        status: enterprises.status,
      }),
      auditRow(office, 'enterprise_added', employer.name.zh),
    ])
    return added
  })
}

/** Changes name or credit code of an employer of this union, which is then looked at as if it were new. */
export async function changeEnterprise(
  office: Office,
  union: Organisation,
  id: string,
  employer: Employer,
): Promise<Registered> {
  const { db, by } = office
  if (!administers(by, union.path)) return { ok: false, why: 'not_allowed' }
  const { name, creditCode } = employer
  const isSame = sql`(json_extract(name, '$.zh') = ${name.zh} and json_extract(name, '$.en') = ${name.en}
    and credit_code is ${creditCode})`
  // What the county refused it looks at again, whatever code stands there by now.
  const again = administersAll(by) ? sql`false` : sql`status = 'refused'`
  return registered(office, union, id, employer, async () => {
    const [changed] = await db.batch([
      db
        .update(enterprises)
        .set({
          ...employer,
          status: sql`case when ${isSame} then status when ${again} then 'waiting'
            else ${verdict(office, id, employer)} end`,
          refusedBecause: sql`case when ${isSame} then refused_because end`,
        })
        .where(and(ofUnion(union, id), isFree(union, id, employer)))
        .returning({ status: enterprises.status }),
      auditRow(office, 'enterprise_changed', name.zh),
    ])
    return changed
  })
}

/** Where nothing was written, why. */
async function registered(
  { db }: Office,
  union: Organisation,
  id: string,
  employer: Employer,
  write: () => Promise<{ status: EmployerStatus }[]>,
): Promise<Registered> {
  const written = await write().catch((error) => {
    if (isConflict(error, 'enterprises')) return []
    throw error
  })
  const [one] = written
  if (one) return { ok: true, status: one.status }
  const rows = await db
    .select({ isOurs: sql<number>`(org_id = ${union.id} and ${hasNameOf(sql`enterprises`, employer.name)})` })
    .from(enterprises)
    .where(sql`id <> ${id} and ${isInTheWay(sql`enterprises`, union, employer)}`)
  if (rows.length === 0) return { ok: false, why: 'gone' }
  return { ok: false, why: rows.some((it) => it.isOurs) ? 'name_taken' : 'code_taken' }
}

/** SQL: approved, where a code proves it or the county says it, and nobody else goes by its name or its code. */
function verdict({ by }: Office, id: string, { name, creditCode }: Employer): SQL<EmployerStatus> {
  const isKnown = creditCode !== null || administersAll(by)
  return sql`case when ${isKnown} and not exists (select 1 from enterprises e
    where e.id <> ${id} and (e.credit_code = ${creditCode} or ${hasNameOf(sql`e`, name)}))
    then 'approved' else 'waiting' end`
}

/** SQL: nothing is in the way of an employer. */
function isFree(union: Organisation, id: string, employer: Employer): SQL {
  return sql`not exists (select 1 from enterprises e where e.id <> ${id}
    and ${isInTheWay(sql`e`, union, employer)})`
}

/** SQL: of this union and of the same name, or one that workers can choose and of the same code. */
function isInTheWay(other: SQL, union: Organisation, { name, creditCode }: Employer): SQL {
  return sql`(${other}.org_id = ${union.id} and ${hasNameOf(other, name)}
    or ${other}.status = 'approved' and ${other}.credit_code = ${creditCode})`
}

function ofUnion(union: Organisation, id: string) {
  return and(eq(enterprises.id, id), eq(enterprises.orgId, union.id))
}
