import { and, asc, desc, gte, inArray, type SQL, sql } from 'drizzle-orm'
import { isNotStrict } from '../cases/sight.ts'
import type { Db } from '../db/client.ts'
import { insertSelect } from '../db/insert-select.ts'
import { cases } from '../db/tables/cases.ts'
import { monthlyFigures } from '../db/tables/figures.ts'
import { isContactOwed } from './contacts.ts'
import { type Month, monthBefore, monthIn, nextMonth, spanOf } from './months.ts'

export type MonthlyFigures = typeof monthlyFigures.$inferSelect

/** So many missed months are counted in one run; a service that slept for longer catches up in the next ones. */
const missedPerRun = 4

/**
 * Counts the month that runs and the one before again, and any that was missed. A case belongs to the
 * month it was filed in, a contact to that of its due time, a rating to its own; strictly kept cases
 * (性骚扰 and the like) are in none. The same few statements, however many months they count.
 */
export async function refreshMonths(db: Db, zone: string, now: Date): Promise<void> {
  const months = await monthsToCount(db, zone, now)
  await db.batch([
    db.delete(monthlyFigures).where(inArray(monthlyFigures.month, months)),
    insertSelect(
      db,
      monthlyFigures,
      sums,
      sql`from (${countedRows(spansOf(zone, months), now)}) group by month, category`,
    ),
  ])
}

/** Figures from a month on, for pages; whoever shows them passes them through `publish`. */
export function figuresSince(db: Db, month: Month): Promise<MonthlyFigures[]> {
  return db
    .select()
    .from(monthlyFigures)
    .where(gte(monthlyFigures.month, month))
    .orderBy(desc(monthlyFigures.month), asc(monthlyFigures.category))
}

async function monthsToCount(db: Db, zone: string, now: Date): Promise<Month[]> {
  const current = monthIn(zone, now)
  const missed: Month[] = []
  let month = await firstUncounted(db, zone)
  for (; month && month < current; month = nextMonth(month)) {
    // The newest figures say where the next run goes on, so none may be newer than a month still missed.
    if (missed.length === missedPerRun) return missed
    missed.push(month)
  }
  return [...new Set([...missed, monthBefore(current), current])]
}

/** The month of the first case that was filed after all months that have figures, and that will be in some. */
async function firstUncounted(db: Db, zone: string): Promise<Month | null> {
  const figures = db.select({ month: monthlyFigures.month }).from(monthlyFigures)
  const [last] = await figures.orderBy(desc(monthlyFigures.month)).limit(1)
  const [first] = await db
    .select({ at: cases.createdAt })
    .from(cases)
    .where(and(isFigured, last && gte(cases.createdAt, spanOf(zone, last.month).to)))
    .orderBy(asc(cases.createdAt))
    .limit(1)
  return first ? monthIn(zone, first.at) : null
}

/** SQL over `cases`: a grievance that a worker filed, among those that may be counted. */
const isFigured = sql`cases.process = 'grievance' and cases.parent_id is null and ${isNotStrict}`

/** The figures of a category in a month, over rows that were counted one by one. */
const sums = {
  month: sql`month`,
  category: sql`category`,
  filed: sql`sum(filed)`,
  contactsDue: sql`sum(contacts_due)`,
  contactsInTime: sql`sum(contacts_in_time)`,
  rated: sql`sum(rated)`,
  solved: sql`sum(solved)`,
  partly: sql`sum(partly)`,
  satisfied: sql`sum(satisfied)`,
}

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
function countedRows(spans: SQL, now: Date): SQL {
  return sql`select m.month, category, 1 as filed, 0 as contacts_due, 0 as contacts_in_time,
      0 as rated, 0 as solved, 0 as partly, 0 as satisfied
    from ${spans} m cross join cases
    where cases.created_at >= m.start and cases.created_at < m.stop and ${isFigured}
    union all
    select m.month, category, 0, 1, coalesce(d.done_at <= d.due_at, 0), 0, 0, 0, 0
    from ${spans} m cross join duties d join cases on cases.id = d.case_id
    where d.kind = 'contact' and d.due_at >= m.start and d.due_at < min(m.stop, ${now.getTime()})
      and ${isContactOwed(sql`d`)} and ${isNotStrict}
    union all
    select last.month, category, 0, 0, 0, 1, last.solved = 'solved', last.solved = 'partly',
      last.satisfied in ('satisfied', 'basically')
    from (select m.month, r.case_id, r.solved, r.satisfied, max(r.at) from ${spans} m cross join ratings r
        where r.at >= m.start and r.at < m.stop group by m.month, r.case_id) as last
      join cases on cases.id = last.case_id
    where ${isNotStrict}`
}
