import { and, eq, type SQL } from 'drizzle-orm'
import type { Db } from '../db/client.ts'
import { categoryNominees, roleGrants, staff as table } from '../db/tables/orgs.ts'
import type { Category, Locale, Role } from '../db/vocabulary.ts'

export interface Grant {
  role: Role
  orgId: string
  orgPath: string
}

/** A person of the union with all he may be asked about: roles where, and strict categories he is named for. */
export interface Staff {
  id: string
  name: string
  email: string
  locale: Locale
  grants: Grant[]
  nominatedFor: Category[]
}

/** A person with his roles, or null when there is none of that id or he has been deactivated. */
export async function loadStaff(db: Db, id: string): Promise<Staff | null> {
  const [[person], grants, nominations] = await db.batch([
    db
      .select()
      .from(table)
      .where(and(eq(table.id, id), eq(table.active, true))),
    grantsOf(db, id),
    nominationsOf(db, id),
  ])
  return person ? staffFrom(person, grants, nominations) : null
}

/** The statements that read a person's roles; `who` is his id, or a query that finds it. */
export function grantsOf(db: Db, who: string | SQL) {
  const { role, orgId, orgPath } = roleGrants
  return db.select({ role, orgId, orgPath }).from(roleGrants).where(eq(roleGrants.staffId, who))
}

/** As `grantsOf`, for the strict categories he is named for. */
export function nominationsOf(db: Db, who: string | SQL) {
  return db
    .select({ category: categoryNominees.category })
    .from(categoryNominees)
    .where(eq(categoryNominees.staffId, who))
}

export function staffFrom(
  { id, name, email, locale }: Pick<typeof table.$inferSelect, 'id' | 'name' | 'email' | 'locale'>,
  grants: Grant[],
  nominations: { category: Category }[],
): Staff {
  return { id, name, email, locale, grants, nominatedFor: nominations.map((it) => it.category) }
}
