import { type SQL, sql } from 'drizzle-orm'
import { isConflict } from '../db/conflict.ts'
import { insertSelect } from '../db/insert-select.ts'
import { dailyFilings } from '../db/tables/submissions.ts'
import type { Scene } from '../orgs/scene.ts'
import { dayIn } from '../orgs/zone.ts'

/** How much more of all that is filed in a day is taken where there is danger. */
const forDanger = 1.5

/**
 * Two statements, before all others of a filing. Where the site or the whole service has had its day's filings,
 * the first puts a count in again under its own key, and by that the batch falls before it has written
 * anything; the second counts the filing, in one row. Danger is stopped by no site.
 */
export function countFiling(
  { db, rules, now }: Scene,
  { siteCode, danger }: { siteCode: string | null; danger: boolean },
) {
  const row = { day: dayIn(rules.settings.zone, now), siteCode: siteCode ?? '', count: 1 }
  const { filingsPerSite, filingsInAll } = rules.settings
  const isFull = danger
    ? sql`${inAll(row.day)} >= ${filingsInAll * forDanger}`
    : sql`(${inAll(row.day)} >= ${filingsInAll} or ${atSite(row)} >= ${filingsPerSite})`
  const { day, siteCode: code, count } = dailyFilings
  return {
    isFull: insertSelect(
      db,
      dailyFilings,
      { day, siteCode: code, count },
      sql`from daily_filings where day = ${row.day} and ${isFull}`,
    ),
    counted: db
      .insert(dailyFilings)
      .values(row)
      .onConflictDoUpdate({ target: [day, code], set: { count: sql`${count} + 1` } }),
  }
}

/** Whether a filing fell because its day is full. */
export function isDayFull(error: unknown): boolean {
  return isConflict(error, 'daily_filings')
}

function inAll(day: string): SQL {
  return sql`(select sum(today.count) from daily_filings today where today.day = ${day})`
}

function atSite({ day, siteCode }: { day: string; siteCode: string }): SQL {
  return sql`coalesce((select here.count from daily_filings here
    where here.day = ${day} and here.site_code = ${siteCode}), 0)`
}
