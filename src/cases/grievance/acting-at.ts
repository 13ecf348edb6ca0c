import { type SQL, sql } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import type { By, Case } from '../../engine/process.ts'
import { federationOf, highest } from '../../orgs/tree.ts'
import { grantsOver } from '../sight.ts'

/** The highest organisation at which a person holds the role in which he acts on a case. */
export function actingAt({ staff, role }: By, it: Case): string {
  const grants = staff ? grantsOver(staff, it).filter((grant) => grant.role === role) : []
  const [first = federationOf(it.orgPath), ...others] = grants.map(({ orgPath }) => orgPath)
  return highest(first, ...others)
}

/**
 * SQL: the same together with where others acted before him, in a column; without a record of that, as if it was
 * the county. Of the paths of one line the least is the highest.
 */
export function actingAtOrAbove(before: SQLiteColumn, by: By, it: Case): SQL<string> {
  return sql`min(coalesce(${before}, ${federationOf(it.orgPath)}), ${actingAt(by, it)})`
}
