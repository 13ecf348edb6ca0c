import { type SQL, sql } from 'drizzle-orm'
import type { Statement } from '../db/client.ts'
import type { DeletedKind, DeletionReason } from '../db/deleted.ts'
import { randomIdSql } from '../db/id.ts'
import { insertSelect } from '../db/insert-select.ts'
import { cases } from '../db/tables/cases.ts'
import { deletions } from '../db/tables/deletions.ts'
import type { Scene } from '../orgs/scene.ts'

/**
 * Statement, before it is deleted: how much of each kind goes of the cases that `which` matches, when and why; no
 * content, and no row where there is nothing. `counts` are SQL over `cases`.
 */
export function noteDeletions(
  { db, now }: Pick<Scene, 'db' | 'now'>,
  which: SQL,
  why: DeletionReason,
  counts: Partial<Record<DeletedKind, SQL>>,
): Statement {
  const kinds = Object.entries(counts)
  // D1 puts no more than five selects together.
  const names = sql`select value as what from json_each(${JSON.stringify(Object.keys(counts))})`
  const count = sql<number>`case kinds.what ${sql.join(
    kinds.map(([kind, many]) => sql`when ${kind} then ${many}`),
    sql` `,
  )} end`
  const gone = { id: randomIdSql, at: now, caseNumber: cases.number, what: sql`kinds.what`, why, count }
  return insertSelect(
    db,
    deletions,
    gone,
    sql`from cases join (${names}) kinds where ${which} and ${count} > 0`,
  )
}

/** SQL over `cases`. */
export const countOfIdentity = sql`(select count(*) from identities i where i.case_id = cases.id)`

/** SQL over `cases`. */
export const countOfMessages = sql`(select count(*) from messages m where m.case_id = cases.id)`

/** SQL over `cases`. */
export const countOfFiles = sql`(select count(*) from files f where f.case_id = cases.id)`

/** SQL over `cases`. */
export const countOfNews = sql`(select count(*) from news_ways w where w.case_id = cases.id)`
