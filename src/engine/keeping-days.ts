import { type Column, type SQL, sql } from 'drizzle-orm'
import type { Statement } from '../db/client.ts'
import { caseEvents, cases, duties } from '../db/tables/cases.ts'
import type { Scene } from '../orgs/scene.ts'
import { startOfDay } from '../orgs/zone.ts'

/** Statements: leaves of every time of the cases that `which` matches, of their events and duties, the day alone. */
export function keepDays(scene: Scene, which: SQL): Statement[] {
  const { db } = scene
  const theirs = sql`case_id in (select id from cases where ${which})`
  const day = dayOf(scene)
  return [
    db
      .update(caseEvents)
      .set({ at: day(caseEvents.at) })
      .where(theirs),
    db
      .update(duties)
      .set({
        startedAt: day(duties.startedAt),
        dueAt: day(duties.dueAt),
        amberAt: day(duties.amberAt),
        halfAt: null,
        lateAt: day(duties.lateAt),
        doneAt: day(duties.doneAt),
        endedAt: day(duties.endedAt),
      })
      .where(theirs),
    db
      .update(cases)
      .set({
        createdAt: day(cases.createdAt),
        stateSince: day(cases.stateSince),
        closedAt: day(cases.closedAt),
        supervisedAt: day(cases.supervisedAt),
      })
      .where(which),
  ]
}

const length = 86_400_000

/** SQL of a column: the first instant of its day, counted in days from the one that runs. */
export function dayOf({ rules, now }: Scene): (column: Column) => SQL {
  const midnight = startOfDay(rules.settings.zone, now).getTime()
  return (column) => sql`${column} - ((${column} - ${midnight}) % ${length} + ${length}) % ${length}`
}
