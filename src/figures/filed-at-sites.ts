import { sql } from 'drizzle-orm'
import { sites } from '../db/tables/forms.ts'
import { dailyFilings } from '../db/tables/submissions.ts'
import type { Scene } from '../orgs/scene.ts'
import { dayIn } from '../orgs/zone.ts'
import { leastPeople } from './tallies.ts'

/**
 * Adds the counts of the days before to those of their sites, and forgets them. What was filed under a code that was
 * replaced since counts at the new one. A month is told the fives that became full in it: so it says no more than the
 * total in fives does to whoever looks at it every day.
 */
export async function forgetDays({ db, rules, now }: Scene): Promise<void> {
  const isOver = sql`day < ${dayIn(rules.settings.zone, now)}`
  const over = sql`(select coalesce(site.successor, filed.site_code) as site_code, sum(filed.count) as filings,
    substr(max(filed.day), 1, 7) as month from daily_filings filed left join sites site on site.code = filed.site_code
    where ${isOver} group by 1) over`
  await db.batch([
    db
      .update(sites)
      .set({ filings: sql`${sites.filings} + over.filings`, fives: fivesAfter })
      .from(over)
      .where(sql`over.site_code = ${sites.code}`),
    db.delete(dailyFilings).where(isOver),
  ])
}

const five = sql.raw(String(leastPeople))
/** SQL: how many fives are full now that were not. */
const more = sql`((${sites.filings} + over.filings) / ${five} - ${sites.filings} / ${five})`
const month = sql`('$."' || over.month || '"')`
const fivesAfter = sql`case when ${more} = 0 then ${sites.fives} else
  json_set(${sites.fives}, ${month}, coalesce(json_extract(${sites.fives}, ${month}), 0) + ${more}) end`

/** How many were filed in each month, in full fives: of the last year that has any, the newest first. */
export function filedByMonth(fives: Record<string, number>): { month: string; filings: number }[] {
  return Object.entries(fives)
    .map(([month, count]) => ({ month, filings: count * leastPeople }))
    .sort((a, b) => b.month.localeCompare(a.month))
    .slice(0, 12)
}
