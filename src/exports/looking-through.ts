import { and, desc, eq, type SQL, sql } from 'drizzle-orm'
import type { Keys } from '../cases/ciphers.ts'
import { cases } from '../db/tables/cases.ts'
import { submissions } from '../db/tables/submissions.ts'
import type { KeptVersion } from '../forms/kept-definitions.ts'
import { answersSeenBy } from './answer-parts.ts'
import { isOfVersion, narrowedTo, type Wanted } from './narrowing.ts'
import { hasChosen } from './offered-options.ts'
import { type Filing, filingsOf, type Place, placeOf } from './reading-filings.ts'

/** Some of the answers to a form, the newest first. */
export interface Look {
  filings: Filing[]
  /** How many were opened to find them; they are encrypted. */
  opened: number
  /** The last one that was looked at, behind which others may stand; null at the end. */
  next: string | null
}

/** So many stand on a page. */
const onPage = 20

/** So many filings are looked at for one page, whoever sees them, and so many versions. */
const mostLooked = 500
const mostVersions = 15

/**
 * A page of answers from behind one on. However few of them a person sees, or the narrowing lets through, it reads no
 * more than it may: of an option that is asked for, `mostOpened` are opened.
 */
export async function lookThrough(
  scene: Keys,
  wanted: Wanted,
  versions: readonly KeptVersion[],
  { after, mostOpened }: { after: string | undefined; mostOpened: number },
): Promise<Look> {
  const candidates = wanted.narrowing.chosen ? mostOpened : onPage
  const { ids, next } = await seen(scene, wanted, versions, after, candidates)
  const read = await filingsOf(scene, versions, ids)
  const found = read.filter((it) => hasChosen(wanted.narrowing, it))
  const last = found[onPage - 1]
  const isCut = found.length > onPage && last !== undefined
  return {
    filings: found.slice(0, onPage),
    opened: isCut ? ids.indexOf(last.id) + 1 : ids.length,
    next: isCut ? last.id : next,
  }
}

async function seen(
  scene: Keys,
  wanted: Wanted,
  newestFirst: readonly KeptVersion[],
  after: string | undefined,
  most: number,
): Promise<{ ids: string[]; next: string | null }> {
  let last = after === undefined ? null : await placeOf(scene, after)
  const begins = newestFirst.findIndex(({ id }) => id === last?.versionId)
  const asked = newestFirst.slice(Math.max(0, begins)).filter((it) => isOfVersion(wanted.narrowing, it))
  const ids: string[] = []
  let looked = 0
  for (const { id: versionId } of asked.slice(0, mostVersions)) {
    const behind = last?.versionId === versionId ? last : null
    const rows = await rowsBehind(scene, wanted, versionId, behind, mostLooked - looked)
    looked += rows.length
    for (const { id, at, isSeen } of rows) {
      // One more than is asked for tells that there is a next page.
      if (isSeen && ids.length === most) return { ids, next: last?.id ?? null }
      last = { id, versionId, at }
      if (isSeen) ids.push(id)
    }
    if (looked === mostLooked) return { ids, next: last?.id ?? null }
  }
  return { ids, next: asked.length > mostVersions ? (last?.id ?? null) : null }
}

/** By the index of a form's submissions; that of a person, and of what is asked for, is said of each. */
function rowsBehind(
  { db }: Keys,
  { by, narrowing, zone }: Wanted,
  versionId: string,
  last: Place | null,
  limit: number,
) {
  const { createdAt, id, formVersionId } = submissions
  const { from, to, ...others } = narrowing
  const isSeen: SQL<number> = sql`(${and(narrowedTo(others, zone), answersSeenBy(by))})`
  return db
    .select({ id, at: createdAt, isSeen })
    .from(submissions)
    .crossJoin(cases)
    .where(
      and(
        eq(formVersionId, versionId),
        eq(cases.id, id),
        narrowedTo({ from, to }, zone),
        last ? sql`(${createdAt}, ${id}) < (${last.at.getTime()}, ${last.id})` : undefined,
      ),
    )
    .orderBy(desc(createdAt), desc(id))
    .limit(limit)
}
