import { type Column, type SQL, sql } from 'drizzle-orm'
import { caseEvents, cases } from '../../db/tables/cases.ts'
import { eventLinks } from '../../db/tables/record.ts'

/** What is recorded of an event by its columns; the service's own words stood among those of people once. */
export const recorded = {
  turn: caseEvents.turn,
  action: caseEvents.action,
  from: caseEvents.from,
  to: caseEvents.to,
  actor: caseEvents.actor,
  staffId: caseEvents.staffId,
  role: caseEvents.role,
  cause: sql<string | null>`case when ${isOldCause()} then ${caseEvents.reason} else ${caseEvents.cause} end`,
}

/** What people said in it, as it is stored. */
export const said = sql<string | null>`case when not ${isOldCause()} then ${caseEvents.reason} end`

function isOldCause(): SQL {
  return sql`(${caseEvents.cause} is null and ${caseEvents.actor} in ('clock', 'system'))`
}

/**
 * SQL: the day of an event, counted in the zone of its link, or in this one where it has none. In the archive every
 * time is cut to its day; by another zone than that of the link this may be the day before.
 */
export function dayRecorded(offset: string): SQL<string> {
  const zone = sql`coalesce(substr(${eventLinks.day}, 11), ${offset})`
  const dayOf = (at: SQL | Column) => sql`date(${at} / 1000, 'unixepoch', ${zone}) || ${zone}`
  const lastOfCut = sql`(${caseEvents.at} + 86399999)`
  return sql<string>`case when ${cases.state} = 'archived' and ${dayOf(lastOfCut)} = ${eventLinks.day}
    then ${eventLinks.day} else ${dayOf(caseEvents.at)} end`
}
