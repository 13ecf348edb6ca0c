import { and, asc, eq, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Db } from '../db/client.ts'
import { categoryNominees, proposedNominees, staff } from '../db/tables/orgs.ts'
import type { Category } from '../db/vocabulary.ts'
import { readsCasesSql } from './roles.ts'

export type Named = Awaited<ReturnType<typeof listNominees>>[number]
export type Proposal = Awaited<ReturnType<typeof listProposals>>[number]

/** Who is named for the strict categories; `reads` says whether he can still see their cases. */
export function listNominees(db: Db) {
  const reads = sql<number>`(${staff.active} = 1 and exists (select 1 from role_grants g
    where g.staff_id = ${staff.id} and ${readsCasesSql(sql`g.role`)}))`
  return db
    .select({ category: categoryNominees.category, id: staff.id, name: staff.name, reads })
    .from(categoryNominees)
    .innerJoin(staff, eq(staff.id, categoryNominees.staffId))
    .orderBy(asc(staff.name))
}

const proposer = alias(staff, 'proposer')

/** Who is proposed for which strict category, and by whom. */
export function listProposals(db: Db) {
  const { category, staffId, proposedBy, proposedAt } = proposedNominees
  return db
    .select({ category, staffId, name: staff.name, proposedBy, by: proposer.name, proposedAt })
    .from(proposedNominees)
    .innerJoin(staff, eq(staff.id, staffId))
    .innerJoin(proposer, eq(proposer.id, proposedBy))
    .orderBy(asc(proposedAt))
}

/** Of the strict categories those that nobody sees any more, because nobody named for them reads cases. */
export async function unseenCategories(db: Db, strict: readonly Category[]): Promise<Category[]> {
  const named = await listNominees(db)
  return strict.filter((category) => !named.some((it) => it.category === category && it.reads))
}

/** The strict categories of which a person is the only one named who can still read cases. */
export async function soleNomineeOf(db: Db, staffId: string): Promise<Category[]> {
  const { category } = categoryNominees
  const rows = await db
    .select({ category })
    .from(categoryNominees)
    .where(
      and(eq(categoryNominees.staffId, staffId), sql`not ${anotherNamed(sql`${category}`, sql`${staffId}`)}`),
    )
  return rows.map((it) => it.category)
}

/** SQL: that somebody else is named for a category, is active and holds a role that reads cases. */
export function anotherNamed(category: SQL, than: SQL): SQL {
  return sql`exists (select 1 from category_nominees o join staff s on s.id = o.staff_id and s.active = 1
    where o.category = ${category} and o.staff_id <> ${than} and exists (
      select 1 from role_grants g where g.staff_id = o.staff_id and ${readsCasesSql(sql`g.role`)}))`
}
