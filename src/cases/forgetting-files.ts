import { and, gte, lt, lte, sql } from 'drizzle-orm'
import type { Db } from '../db/client.ts'
import { draftFiles } from '../db/tables/files.ts'
import type { Files } from '../platform/types.ts'
import { filesOfCases } from './filed/kept-files.ts'

const day = 86_400_000

/** A look lists a thousand; so many of them an hour are more than the days of a county bring. */
const mostLooks = 2

/**
 * Removes files that no row names and that are older than a day: an upload that was cut, a second tap, what was
 * deleted with its message or its case, and what came with a form that was not sent in its time. Each hour looks at one
 * of twenty-four parts of them, so that all are looked at once a day, and a part that fails has its turn again. Answers
 * how many were removed.
 */
export async function forgetFiles(db: Db, files: Files, now: Date): Promise<number> {
  const hour = now.getUTCHours()
  await forgetOver(db, { from: idFrom(hour), to: idFrom(hour + 1) }, now)
  const end = beginningOf(hour + 1)
  let after = beginningOf(hour)
  let removed = 0
  for (let look = 0; look < mostLooks && after < end; look += 1) {
    const found = await files.look(filesOfCases, after)
    const old = found.filter(({ name, at }) => name < end && now.getTime() - at.getTime() > day)
    const left = await unnamed(
      db,
      old.map(({ name }) => name),
    )
    if (left.length > 0) await files.remove(left)
    removed += left.length
    after = found.at(-1)?.name ?? end
  }
  return removed
}

/** Where the part of an hour begins: ids are random bytes, each as two signs (`db/id.ts`). */
const beginningOf = (hour: number) => filesOfCases + idFrom(hour)

const idFrom = (hour: number) =>
  Math.ceil((256 * hour) / 24)
    .toString(36)
    .padStart(2, '0')

/** Of a form that was begun too long ago. */
async function forgetOver(db: Db, { from, to }: { from: string; to: string }, now: Date): Promise<void> {
  const { id, endsAt } = draftFiles
  await db.delete(draftFiles).where(and(gte(id, from), lt(id, to), lte(endsAt, now)))
}

async function unnamed(db: Db, names: string[]): Promise<string[]> {
  if (names.length === 0) return []
  const ids = JSON.stringify(names.map((name) => name.slice(filesOfCases.length)))
  const rows = await db.all<{ id: string }>(
    sql`select value as id from json_each(${ids})
      where not exists (select 1 from files where id = value)
        and not exists (select 1 from draft_files where id = value)`,
  )
  return rows.map(({ id }) => filesOfCases + id)
}
