import { and, asc, eq, gt, or, type SQL, sql } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import type { Db } from '../db/client.ts'
import { organisations } from '../db/tables/orgs.ts'
import { administeredPaths, administersAll } from '../orgs/administering.ts'
import type { Staff } from '../orgs/staff.ts'

export type Organisation = typeof organisations.$inferSelect

/** Limits a query to what a person administers; no limit for the whole federation. */
export function within(staff: Staff, path: SQLiteColumn): SQL | undefined {
  if (administersAll(staff)) return undefined
  // The range that begins with a path, which an index can serve: `~` comes after every digit.
  return or(...administeredPaths(staff).map((it) => and(sql`${path} >= ${it}`, sql`${path} < ${`${it}~`}`)))
}

/** An organisation that a person administers, or null. */
export async function administeredOrg(db: Db, staff: Staff, id: string): Promise<Organisation | null> {
  const found = await db
    .select()
    .from(organisations)
    .where(and(eq(organisations.id, id), within(staff, organisations.path)))
    .get()
  return found ?? null
}

/** What a person administers, in the order of the tree: for a list to choose from. */
export async function administeredOrgs(db: Db, staff: Staff): Promise<Organisation[]> {
  return await db
    .select()
    .from(organisations)
    .where(and(gt(organisations.path, ''), within(staff, organisations.path)))
    .orderBy(asc(organisations.path))
    .limit(1000)
}
