import { type SQL, sql } from 'drizzle-orm'
import { isNotStrict } from '../cases/sight.ts'
import type { Db } from '../db/client.ts'
import type { Category } from '../db/vocabulary.ts'
import type { Month } from '../orgs/calendar.ts'
import { isContactOwed, mayOweContact } from './contacts.ts'
import { spanOf } from './months.ts'
import { type MonthCounts, sumOf } from './tallies.ts'

export type CategoryCounts = Awaited<ReturnType<typeof countMonths>>[number]

/**
 * Statement: counts months that are over, by category. A case belongs to the month it was filed in, a contact to
 * that of its due time, a rating to its own; strictly kept cases (性骚扰 and the like) are in none.
 */
export function countMonths(db: Db, zone: string, months: Month[]) {
  return db
    .select({
      month: sql<Month>`month`,
      category: sql<Category>`category`,
      filed: sql<number>`sum(filed)`,
      contactsDue: sql<number>`sum(contacts_due)`,
      contactsInTime: sql<number>`sum(contacts_in_time)`,
      rated: sql<number>`sum(rated)`,
      solved: sql<number>`sum(solved)`,
      partly: sql<number>`sum(partly)`,
      satisfied: sql<number>`sum(satisfied)`,
    })
    .from(sql`(${countedRows(spansOf(zone, months))})`)
    .groupBy(sql`month, category`)
}

/** What was counted of one of the months. */
export function countsOf(rows: CategoryCounts[], month: Month): MonthCounts {
  const own = rows.filter((row) => row.month === month)
  const filed = own.filter((row) => row.filed > 0).map((row) => [row.category, row.filed])
  return { ...sumOf(own), filed: Object.fromEntries(filed) }
}

/** SQL over `cases`: a grievance that a worker filed, among those that may be counted. */
const isFigured = sql`cases.process = 'grievance' and cases.parent_id is null and ${isNotStrict}`

/** SQL, a table of (month, start, stop): the first instant of each month and the first after it. */
function spansOf(zone: string, months: Month[]): SQL {
  const spans = months.map((month) => {
    const { from, to } = spanOf(zone, month)
    return { month, start: from.getTime(), stop: to.getTime() }
  })
  return sql`(select value ->> 'month' as month, value ->> 'start' as start, value ->> 'stop' as stop
    from json_each(${JSON.stringify(spans)}))`
}

/**
 * One row a filed case, a due contact, and a worker who rated; of several ratings of a case the last of the
 * month counts. `cross join` has each month look up its rows by an index.
 */
function countedRows(spans: SQL): SQL {
  return sql`select m.month, category, 1 as filed, 0 as contacts_due, 0 as contacts_in_time,
      0 as rated, 0 as solved, 0 as partly, 0 as satisfied
    from ${spans} m cross join cases
    where cases.created_at >= m.start and cases.created_at < m.stop and ${isFigured}
    union all
    select m.month, category, 0, 1, coalesce(d.done_at <= d.due_at, 0), 0, 0, 0, 0
    from ${spans} m cross join cases join duties d on d.case_id = cases.id and d.kind = 'contact'
    where ${mayOweContact(sql`m.start`, sql`m.stop`)} and d.due_at >= m.start and d.due_at < m.stop
      and ${isContactOwed(sql`d`)} and ${isNotStrict}
    union all
    select last.month, category, 0, 0, 0, 1, last.solved = 'solved', last.solved = 'partly',
      last.satisfied in ('satisfied', 'basically')
    from (select m.month, r.case_id, r.solved, r.satisfied, max(r.at) from ${spans} m cross join ratings r
        where r.at >= m.start and r.at < m.stop group by m.month, r.case_id) as last
      join cases on cases.id = last.case_id
    where ${isNotStrict}`
}
