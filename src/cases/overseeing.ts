import { and, or, type SQL, sql } from 'drizzle-orm'
import type { Db } from '../db/client.ts'
import type { Bilingual, Role } from '../db/vocabulary.ts'
import type { Staff } from '../orgs/staff.ts'
import { knownTo, reachOf, withinPaths } from './sight.ts'
import { isSupervised } from './watching.ts'
import { toSign } from './worklist.ts'

/** Who answers for what others handle, and begins the day with where it goes wrong. */
const leading: readonly Role[] = ['chair', 'deputy_chair', 'supervisor']

/** What he is to look at, each a view of the list of cases: what waits for him, then what goes wrong. */
export const concerns = ['to_sign', 'danger', 'late', 'supervised'] as const
export type Concern = (typeof concerns)[number]
export type Counts = Record<Concern, number>

export interface Overseen {
  counts: Counts
  /** Since when the longest has been supervised. */
  supervisedSince: Date | null
  /** The same for each place right below him, and for his own; only where there is anything, the worst first. */
  places: OverseenPlace[]
}

export interface OverseenPlace {
  id: string
  name: Bilingual
  /** His own organisation, without those below. */
  alone: boolean
  counts: Counts
}

/**
 * How much waits for a person who leads, is dangerous, overdue or supervised within his reach, and where; null for
 * everybody else. One statement over what runs now, whatever is behind it; strict cases only of who is named.
 */
export async function overseenBy(db: Db, staff: Staff): Promise<Overseen | null> {
  if (!staff.grants.some(({ role }) => leading.includes(role))) return null
  const reach = reachOf(staff)
  // The plus keeps each on the index of its own.
  const seen = and(withinPaths(reach, sql`+`), knownTo(reach))
  const found = (kind: Concern, which: SQL, since = sql`null`) =>
    sql`select ${placeBelow(reach.paths)} as place, ${kind} as kind, ${since} as since from cases
      where ${which} and ${seen}`
  const signing = toSign(staff)
  // Of compound queries D1 takes five terms; what is to be signed is one, however many roles somebody signs in.
  const all = [
    ...(signing.length > 0 ? [found('to_sign', sql`${or(...signing)} and cases.closed_at is null`)] : []),
    found('danger', sql`cases.danger = 1 and cases.closed_at is null`),
    found('late', sql`cases.lamp = 'red' and cases.closed_at is null`),
    found('supervised', isSupervised, sql`cases.supervised_at`),
  ]
  const rows = await db.all<Row>(
    sql`select f.place, f.kind, count(*) as count, min(f.since) as since, o.id, o.name
      from (${sql.join(all, sql` union all `)}) f join organisations o on o.path = f.place
      group by f.place, f.kind`,
  )
  return overseenFrom(rows, reach.paths)
}

interface Row {
  place: string
  kind: Concern
  count: number
  since: number | null
  id: string
  name: string
}

/** SQL over `cases`: the organisation right below the scope in which each lies, or the scope itself. */
function placeBelow(paths: readonly string[]): SQL {
  const branches = paths.map((path) => {
    const [own, below] = [sql.raw(String(path.length)), sql.raw(String(path.length + 4))]
    return sql`when substr(cases.org_path, 1, ${own}) = ${path} then substr(cases.org_path, 1, ${below})`
  })
  return sql`case ${sql.join(branches, sql` `)} end`
}

function overseenFrom(rows: readonly Row[], paths: readonly string[]): Overseen {
  const since = rows.find(({ kind }) => kind === 'supervised') && rows.flatMap((row) => row.since ?? [])
  const places = [...Map.groupBy(rows, ({ place }) => place)].flatMap(([place, own]) =>
    own.slice(0, 1).map(({ id, name }) => ({
      id,
      name: JSON.parse(name) as Bilingual,
      alone: paths.includes(place),
      counts: countsOf(own),
    })),
  )
  return {
    counts: countsOf(rows),
    supervisedSince: since ? new Date(Math.min(...since)) : null,
    places: places.sort((a, b) => weightOf(b) - weightOf(a)),
  }
}

function countsOf(rows: readonly Row[]): Counts {
  const of = (kind: Concern) => rows.reduce((sum, row) => sum + (row.kind === kind ? row.count : 0), 0)
  return { to_sign: of('to_sign'), danger: of('danger'), late: of('late'), supervised: of('supervised') }
}

/** Danger before all else, then what is late. */
function weightOf({ counts }: OverseenPlace): number {
  return counts.danger * 1e6 + counts.late * 1e3 + counts.supervised
}
