import { type DrizzleD1Database, drizzle } from 'drizzle-orm/d1'
import type { Database } from '../platform/types.ts'

export type Db = DrizzleD1Database

/** A statement that waits for its place in `db.batch`. */
export type Statement = Parameters<Db['batch']>[0][number]

/** The database of a platform, or one session of it that reads its own writes through a replica. */
export function openDb(database: Database): Db {
  // Drizzle asks for the whole of D1 but calls only `prepare` and `batch`.
  return drizzle(database as Parameters<typeof drizzle>[0])
}
