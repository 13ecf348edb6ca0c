import { type DrizzleD1Database, drizzle } from 'drizzle-orm/d1'

export type Db = DrizzleD1Database

/** A statement that waits for its place in `db.batch`. */
export type Statement = Parameters<Db['batch']>[0][number]

/** A database, or one session of it that reads its own writes through a replica. */
export function openDb(d1: D1Database | D1DatabaseSession): Db {
  // Drizzle asks for the whole binding but calls only `prepare` and `batch`, which a session has too.
  return drizzle(d1 as D1Database)
}
