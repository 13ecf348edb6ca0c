import { and, countDistinct, eq, sql } from 'drizzle-orm'
import type { Db } from '../db/client.ts'
import { roleGrants, staff } from '../db/tables/orgs.ts'
import type { Role } from '../db/vocabulary.ts'
import { caseRoles, readsCasesSql } from './roles.ts'
import { step } from './tree.ts'

/** So many people read cases by a role: of the whole federation, or of a part of it alone. */
export interface Readers {
  role: Role
  whole: number
  parts: number
}

/** Who reads cases, by the role by which he does; roles that nobody holds are left out. */
export async function countReaders(db: Db): Promise<Readers[]> {
  const { role, orgPath, staffId } = roleGrants
  const isWhole = sql<number>`length(${orgPath}) = ${step}`
  const rows = await db
    .select({ role, isWhole, people: countDistinct(staffId) })
    .from(roleGrants)
    .innerJoin(staff, eq(staff.id, staffId))
    .where(and(eq(staff.active, true), readsCasesSql(sql`${role}`)))
    .groupBy(role, isWhole)
  const of = (one: Role, whole: 0 | 1) =>
    rows.find((row) => row.role === one && row.isWhole === whole)?.people ?? 0
  return caseRoles
    .map((one) => ({ role: one, whole: of(one, 1), parts: of(one, 0) }))
    .filter(({ whole, parts }) => whole + parts > 0)
}
