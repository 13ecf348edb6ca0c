import { gte } from 'drizzle-orm'
import * as v from 'valibot'
import type { Db } from '../db/client.ts'
import { publications } from '../db/tables/figures.ts'
import { categories } from '../db/vocabulary.ts'
import type { Month } from '../orgs/calendar.ts'
import { lastMonthOf, yearOf } from './months.ts'
import type { MonthCounts } from './tallies.ts'

const months = v.array(v.string())
const count = v.number()

/** What anybody sees of a period; null is withheld, and looks alike whatever the reason is. */
const told = v.object({
  filed: v.nullable(v.object({ months, of: count })),
  contacts: v.nullable(v.object({ months, of: count, inTime: count })),
  answers: v.nullable(
    v.object({ months, of: count, solved: count, partly: v.nullable(count), satisfied: count }),
  ),
  /** The other categories together are the rest of `filed`. */
  categories: v.array(v.object({ category: v.picklist(categories), filed: count })),
})

const counts = v.object({
  filed: v.record(v.picklist(categories), count),
  contactsDue: count,
  contactsInTime: count,
  rated: count,
  solved: count,
  partly: count,
  satisfied: count,
})

export type Told = v.InferOutput<typeof told>

/** What is told of a month, or of some months of a quarter or a year, whose own numbers are withheld. */
export interface Published {
  /** `2026-11`, `2026-Q4` or `2026`. */
  period: string
  told: Told
}

/** The same with what a month was made of, for those that come after it. */
export interface Publication extends Published {
  counts: MonthCounts | null
}

/** A row as it was written, by whatever release. */
export function publicationOf({ period, ...row }: typeof publications.$inferSelect): Publication {
  return { period, told: v.parse(told, row.told), counts: v.parse(v.nullable(counts), row.counts) }
}

/** What anybody may see of the months from one on, and of what stands in for them; newest first. */
export async function publishedSince(db: Db, month: Month): Promise<Published[]> {
  const { period, told: text } = publications
  const rows = await db
    .select({ period, told: text })
    .from(publications)
    .where(gte(period, yearOf(month)))
  const all = rows.map((row) => ({ period: row.period, told: v.parse(told, row.told) }))
  return all.filter((it) => lastMonthOf(it.period) >= month).sort(newestFirst)
}

function newestFirst(a: Published, b: Published): number {
  return placeOf(a.period) < placeOf(b.period) ? 1 : -1
}

/** A longer period stands before its last month. */
function placeOf(period: string): string {
  const length = period.length === 4 ? 'year' : period.includes('Q') ? 'quarter' : 'month'
  return lastMonthOf(period) + length
}
