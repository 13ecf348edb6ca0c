import { gte, sql } from 'drizzle-orm'
import type { Db } from '../db/client.ts'
import { publications } from '../db/tables/figures.ts'
import { type Month, nextMonth } from '../orgs/calendar.ts'
import { countMonths, countsOf } from './monthly.ts'
import { monthIn, yearOf } from './months.ts'
import { publicationOf } from './published.ts'
import { publish } from './telling-months.ts'

/** So many months are published in one run; a service that slept for longer catches up in the next ones. */
const mostPerRun = 12

/**
 * Publishes each month that is over, once, in their order: what is written here never changes again, whatever
 * becomes of its cases. In almost every hour there is none, and that is one statement. Answers how many there were.
 */
export async function publishMonths(db: Db, zone: string, now: Date): Promise<number> {
  const months = await monthsToPublish(db, zone, now)
  const [first] = months
  if (!first) return 0
  const [counted, before] = await db.batch([
    countMonths(db, zone, months),
    db
      .select()
      .from(publications)
      .where(gte(publications.period, yearOf(first))),
  ])
  let known = before.map(publicationOf)
  for (const month of months) {
    const ofYear = known.filter(({ period }) => period.startsWith(yearOf(month)))
    known = [...known, ...publish(ofYear, month, countsOf(counted, month))]
  }
  const rows = known.slice(before.length).map((it) => ({ ...it, publishedAt: now }))
  // Whoever was faster has published the same.
  await db.insert(publications).values(rows).onConflictDoNothing()
  return months.length
}

/** From the month in which the federation began, or after the last one published, to the last that is over. */
async function monthsToPublish(db: Db, zone: string, now: Date): Promise<Month[]> {
  const { last, began } = await db.get<{ last: Month | null; began: number | null }>(sql`select
    (select max(period) from publications where period glob '????-[01]?') as last,
    (select min(at) from (select created_at as at from organisations where path = '0001'
      union all select min(created_at) from cases)) as began`)
  const months: Month[] = []
  if (last === null && began === null) return months
  let month = last ? nextMonth(last) : monthIn(zone, new Date(began ?? 0))
  for (; month < monthIn(zone, now) && months.length < mostPerRun; month = nextMonth(month))
    months.push(month)
  return months
}
