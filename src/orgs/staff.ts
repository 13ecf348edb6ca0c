import { and, eq, sql } from 'drizzle-orm'
import type { Db } from '../db/client.ts'
import { categoryNominees, staff as table } from '../db/tables/orgs.ts'
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

/** SQL over `staff`: the roles and nominations of each person, to be taken up by `staffFrom`. */
export const rightsOfEach = {
  grants: sql<string>`(select json_group_array(json_object('role', g.role, 'orgId', g.org_id, 'orgPath', g.org_path))
    from role_grants g where g.staff_id = staff.id)`,
  nominations: sql<string>`(select json_group_array(n.category) from category_nominees n
    where n.staff_id = staff.id)`,
}

type Row = Pick<typeof table.$inferSelect, 'id' | 'name' | 'email' | 'locale'> & {
  grants: string
  nominations: string
}

/** A person out of a row with his rights. */
export function staffFrom({ id, name, email, locale, grants, nominations }: Row): Staff {
  return { id, name, email, locale, grants: JSON.parse(grants), nominatedFor: JSON.parse(nominations) }
}

/** A person with his roles, or null when there is none of that id or he has been deactivated. */
export async function loadStaff(db: Db, who: string): Promise<Staff | null> {
  const { id, name, email, locale } = table
  const [row] = await db
    .select({ id, name, email, locale, ...rightsOfEach })
    .from(table)
    .where(and(eq(id, who), eq(table.active, true)))
  return row ? staffFrom(row) : null
}

/** Statement: the strict categories that a person is named for. */
export function nominationsOf(db: Db, who: string) {
  return db
    .select({ category: categoryNominees.category })
    .from(categoryNominees)
    .where(eq(categoryNominees.staffId, who))
}
