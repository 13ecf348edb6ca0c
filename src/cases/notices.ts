import { type SQL, sql } from 'drizzle-orm'
import type { Db } from '../db/client.ts'
import { insertSelect } from '../db/insert-select.ts'
import { deliveries } from '../db/tables/mail.ts'
import type { Category, DeliveryKind, Locale } from '../db/vocabulary.ts'
import { readsCasesSql, watchingRoles } from '../orgs/roles.ts'
import { eachCase, isNamedFor, personSees } from './sight.ts'

/** Why a case cannot wait: danger to life, the wages of ten or more, or a worker punished for speaking. */
export const urgentReasons = ['danger', 'many', 'retaliation'] as const

/** What the mail of kind `urgent_case` is rendered from. */
export interface UrgentData {
  case: { id: string; number: number; category: Category }
  why: (typeof urgentReasons)[number]
}

/** What the mail of kind `overdue` is rendered from. */
export interface OverdueData {
  cases: { id: string; number: number }[]
}

/** What the mail of kind `alarm` is rendered from: cases nobody has, or a year without holidays. */
export interface AlarmData {
  why: 'nobody' | 'calendar'
  cases: { id: string; number: number }[]
  year?: number
}

export interface Person {
  email: string
  locale: Locale
}

/**
 * Tells whoever holds a case now that it cannot wait (danger, many workers), or the supervisors above it
 * (retaliation).
 * One statement, so that it stands in the batch of its cause; the person is found when it runs.
 */
export function urgentNotices(db: Db, caseId: string, why: UrgentData['why'], now: Date) {
  const data = sql`json_object('case', json_object('id', cases.id, 'number', cases.number, 'category', cases.category), 'why', ${why})`
  const told = why === 'retaliation' ? overCase : holdsIt
  return insertSelect(
    db,
    deliveries,
    noticeTo('urgent_case', `${caseId}:${why}`, data, now),
    sql`from cases join role_grants g on ${told}
          join staff s on s.id = g.staff_id
        where cases.id = ${caseId} and s.active = 1 and ${maySeeIt}
        group by s.id`,
  ).onConflictDoNothing()
}

const holdsIt = sql`(g.org_id = cases.holder_org_id and g.role = cases.holder_role)`

/** Supervisors and chairs at or above; of a strict case whoever is named, in whatever role. */
const overCase = sql`(g.org_path in ${eachCase.paths} and (g.role in ${watchingRoles}
  or (${isNamedFor(sql`s.id`)} and ${readsCasesSql(sql`g.role`)})))`

/** Tells the administrators of a case that nobody may take; nothing where somebody may. One statement. */
export function nobodyAlarm(db: Db, caseId: string, now: Date) {
  const data = sql`json_object('why', 'nobody', 'cases', json_array(json_object('id', cases.id, 'number', cases.number)))`
  return insertSelect(
    db,
    deliveries,
    noticeTo('alarm', caseId, data, now),
    sql`from cases join role_grants g on g.role = 'administrator' and length(g.org_path) = 4
          join staff s on s.id = g.staff_id
        where cases.id = ${caseId} and cases.holder_id is null and cases.holder_org_id is null and s.active = 1
        group by s.id`,
  ).onConflictDoNothing()
}

/** A mail to each `staff s` that is found. */
const noticeTo = (kind: DeliveryKind, period: string, data: SQL, now: Date) => ({
  id: sql`lower(hex(randomblob(16)))`,
  kind,
  recipient: sql`s.email`,
  period,
  locale: sql`s.locale`,
  data,
  nextAt: now,
  createdAt: now,
})

/** In SQL, over `cases` and `staff s`. */
export const maySeeIt = personSees(sql`s.id`)

/** The federation's administrators, who are told when nobody else is there. */
export async function administrators(db: Db): Promise<Person[]> {
  return db.all<Person>(
    sql`select distinct s.email, s.locale from role_grants g join staff s on s.id = g.staff_id
        where g.role = 'administrator' and length(g.org_path) = 4 and s.active = 1`,
  )
}
