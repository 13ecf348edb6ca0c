import { and, type SQL, sql } from 'drizzle-orm'
import { knownTo, reachOf, withinPaths } from '../cases/sight.ts'
import type { Db } from '../db/client.ts'
import type { Staff } from '../orgs/staff.ts'
import { narrowedTo, type Wanted } from './narrowing.ts'

/** One file of a form's answers. */
export interface Part {
  /** The case after which it begins; undefined of the first. */
  after: string | undefined
  /** Which of its answers is the first, from 1 on, and which the last. */
  first: number
  last: number
}

/** All answers of a form that a person sees, so many a file, as they came, version by version; none where he sees none. */
export async function partsOf(
  db: Db,
  { by, narrowing, zone }: Wanted,
  formId: string,
  inFile: number,
): Promise<Part[]> {
  const { version } = narrowing
  const ends = await db.all<{ id: string; n: number }>(
    sql`select id, n from (
      select submissions.id as id, count(*) over () as total, row_number() over (
        order by form_versions.number, submissions.created_at, submissions.id) as n
      from form_versions cross join submissions on submissions.form_version_id = form_versions.id
        cross join cases on cases.id = submissions.id
      where ${and(
        sql`form_versions.form_id = ${formId}`,
        version === undefined ? undefined : sql`form_versions.number = ${version}`,
        narrowedTo(narrowing, zone),
        answersSeenBy(by),
      )})
    where n % ${inFile} = 0 or n = total order by n`,
  )
  return ends.map(({ n }, at) => ({
    after: ends[at - 1]?.id,
    first: (ends[at - 1]?.n ?? 0) + 1,
    last: n,
  }))
}

/** SQL over `cases`: those in which a worker answered a form, as far as this person sees them; they are come to by their ids. */
export function answersSeenBy(staff: Staff): SQL {
  const reach = reachOf(staff)
  return sql`cases.parent_id is null and ${withinPaths(reach, sql`+`)} and ${knownTo(reach)}`
}
