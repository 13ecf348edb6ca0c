import { and, eq, inArray, ne, notInArray, or, type SQL, sql } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import { cases, recusals } from '../../db/tables/cases.ts'
import type { Category } from '../../db/vocabulary.ts'

/** Which cases a digest counts. People of the same reach get the same figures, computed once. */
export interface Reach {
  /** Scopes, none of which lies in another. */
  paths: string[]
  /** Strict categories whose cases they may see. */
  nominatedFor: Category[]
  /** Someone who stands aside from cases has figures of his own, without them. */
  recusedId: string | null
}

/** The condition on `cases` that a reach comes to. */
export function reached(db: Db, { paths, nominatedFor, recusedId }: Reach): SQL | undefined {
  const nominated = nominatedFor.length > 0 ? inArray(cases.category, nominatedFor) : undefined
  const recused = db.select({ id: recusals.caseId }).from(recusals)
  return and(
    or(...paths.map(inScope)),
    or(ne(cases.secrecy, 'strict'), nominated),
    recusedId === null ? undefined : notInArray(cases.id, recused.where(eq(recusals.staffId, recusedId))),
  )
}

/** Townships and unions have columns of their own in the indexes; everything lies below the federation. */
function inScope(path: string): SQL {
  switch (path.length) {
    case 4:
      return sql`true`
    case 8:
      return eq(cases.townshipPath, path)
    case 12:
      return eq(cases.unionPath, path)
    default:
      return sql`substr(${cases.orgPath}, 1, ${path.length}) = ${path}`
  }
}
