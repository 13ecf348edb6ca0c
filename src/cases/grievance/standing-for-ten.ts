import { type SQL, sql } from 'drizzle-orm'
import type { Telling } from '../../engine/telling.ts'

/** From so many workers on a case is the chair's to sign. */
const ten = 10

export function standsForTen(workers: number): boolean {
  return workers >= ten
}

/** SQL: the same of a column. */
export function standsForTenSql(workers: SQL): SQL {
  return sql`${workers} >= ${sql.raw(String(ten))}`
}

/** The chair is told of it once, when it is accepted or comes to stand for so many. */
export const tellChair: Telling = { who: 'chair', notice: 'ten_workers', event: 'ten' }
