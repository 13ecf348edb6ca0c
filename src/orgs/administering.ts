import { sql } from 'drizzle-orm'
import type { Db } from '../db/client.ts'
import type { Staff } from './staff.ts'
import { covers, isFederation } from './tree.ts'

/** The scopes in which a person administers; empty for everybody else. */
export function administeredPaths(staff: Staff): string[] {
  return staff.grants.filter((it) => it.role === 'administrator').map((it) => it.orgPath)
}

/** Whether a person administers an organisation, at it or from above. */
export function administers(staff: Staff, orgPath: string): boolean {
  return administeredPaths(staff).some((path) => covers(path, orgPath))
}

/** Settings, forms, calendar and mail belong to the whole federation. */
export function administersAll(staff: Staff): boolean {
  return administeredPaths(staff).some((path) => isFederation(path))
}

/** The same in SQL, of the grant `g`. */
export const administersAllSql = sql`(g.role = 'administrator' and length(g.org_path) = 4)`

export function readsLog(staff: Staff): boolean {
  return administersAll(staff) || staff.grants.some((it) => it.role === 'auditor' && isFederation(it.orgPath))
}

/** SQL, a table of `staff_id`: the federation's administrators, who are told when nobody else is there. */
export const administratorsOfAllSql = sql`(select distinct g.staff_id from role_grants g join staff s on s.id = g.staff_id
  where ${administersAllSql} and s.active = 1)`

/** The same, asked for. */
export async function administratorsOfAll(db: Db): Promise<string[]> {
  const rows = await db.all<{ id: string }>(sql`select staff_id as id from ${administratorsOfAllSql}`)
  return rows.map(({ id }) => id)
}
