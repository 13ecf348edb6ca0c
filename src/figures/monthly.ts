import { asc, desc, eq, gte, sql } from 'drizzle-orm'
import { isNotStrict } from '../cases/sight.ts'
import type { Db } from '../db/client.ts'
import { insertSelect } from '../db/insert-select.ts'
import { cases } from '../db/tables/cases.ts'
import { monthlyFigures } from '../db/tables/figures.ts'
import { type Month, monthBefore, monthIn, nextMonth, spanOf } from './months.ts'

export type MonthlyFigures = typeof monthlyFigures.$inferSelect

/** So many missed months are counted in one run; a service that slept for longer catches up in the next ones. */
const missedPerRun = 4

/**
 * Counts the month that runs and the one before again, and any that was missed. A case belongs to the
 * month it was filed in, a contact to that of its due time, a rating to its own; strictly kept cases
 * (性骚扰 and the like) are in none. Two statements for each month.
 */
export async function refreshMonths(db: Db, zone: string, now: Date): Promise<void> {
  for (const month of await monthsToCount(db, zone, now)) {
    const { from, to } = spanOf(zone, month)
    await db.batch([
      db.delete(monthlyFigures).where(eq(monthlyFigures.month, month)),
      insertSelect(
        db,
        monthlyFigures,
        sumsOf(month),
        sql`from (${countedRows(from, to, now)}) group by category`,
      ),
    ])
  }
}

/** Figures from a month on, for pages; whoever shows them passes them through `publish`. */
export function figuresSince(db: Db, month: Month): Promise<MonthlyFigures[]> {
  return db
    .select()
    .from(monthlyFigures)
    .where(gte(monthlyFigures.month, month))
    .orderBy(desc(monthlyFigures.month), asc(monthlyFigures.category))
}

async function monthsToCount(db: Db, zone: string, now: Date): Promise<Set<Month>> {
  const current = monthIn(zone, now)
  const missed: Month[] = []
  let month = await firstUncounted(db, zone)
  while (month && month < current && missed.length < missedPerRun) {
    missed.push(month)
    month = nextMonth(month)
  }
  return new Set([...missed, monthBefore(current), current])
}

/** The month of the first case that was filed after all months that have figures. */
async function firstUncounted(db: Db, zone: string): Promise<Month | null> {
  const figures = db.select({ month: monthlyFigures.month }).from(monthlyFigures)
  const [last] = await figures.orderBy(desc(monthlyFigures.month)).limit(1)
  const [first] = await db
    .select({ at: cases.createdAt })
    .from(cases)
    .where(last && gte(cases.createdAt, spanOf(zone, last.month).to))
    .orderBy(asc(cases.createdAt))
    .limit(1)
  return first ? monthIn(zone, first.at) : null
}

/** The figures of a category in a month, over rows that were counted one by one. */
const sumsOf = (month: Month) => ({
  month,
  category: sql`category`,
  filed: sql`sum(filed)`,
  contactsDue: sql`sum(contacts_due)`,
  contactsInTime: sql`sum(contacts_in_time)`,
  rated: sql`sum(rated)`,
  solved: sql`sum(solved)`,
  partly: sql`sum(partly)`,
  satisfied: sql`sum(satisfied)`,
})

/** One row a filed case, a due contact, and a worker who rated; of several ratings of a case the last counts. */
function countedRows(from: Date, to: Date, now: Date) {
  const [start, end, present] = [from.getTime(), to.getTime(), now.getTime()]
  return sql`select category, 1 as filed, 0 as contacts_due, 0 as contacts_in_time,
      0 as rated, 0 as solved, 0 as partly, 0 as satisfied
    from cases where created_at >= ${start} and created_at < ${end} and parent_id is null and ${isNotStrict}
    union all
    select category, 0, 1, coalesce(d.done_at <= d.due_at, 0), 0, 0, 0, 0
    from duties d join cases on cases.id = d.case_id
    where d.kind = 'contact' and d.due_at >= ${start} and d.due_at < ${Math.min(end, present)}
      and ${isNotStrict}
    union all
    select category, 0, 0, 0, 1, last.solved = 'solved', last.solved = 'partly',
      last.satisfied in ('satisfied', 'basically')
    from (select case_id, solved, satisfied, max(at) from ratings
        where at >= ${start} and at < ${end} group by case_id) as last
      join cases on cases.id = last.case_id
    where ${isNotStrict}`
}
