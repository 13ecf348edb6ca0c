import { sql } from 'drizzle-orm'
import type { Db } from '../db/client.ts'
import { deliveries } from '../db/tables/mail.ts'
import type { Category, Locale } from '../db/vocabulary.ts'
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
  const at = now.getTime()
  const data = sql`json_object('case', json_object('id', cases.id, 'number', cases.number, 'category', cases.category), 'why', ${why})`
  return db
    .insert(deliveries)
    .select(
      sql`select lower(hex(randomblob(16))), 'urgent_case', s.email, ${`${caseId}:${why}`}, s.locale, ${data},
            'pending', 0, ${at}, null, null, ${at}
          from cases join role_grants g on ${why === 'retaliation' ? overCase : sql`(g.org_id = cases.holder_org_id and g.role = cases.holder_role)`}
            join staff s on s.id = g.staff_id
          where cases.id = ${caseId} and s.active = 1 and ${maySeeIt}
          group by s.id`,
    )
    .onConflictDoNothing()
}

/** Supervisors and chairs at or above; of a strict case whoever is named, in whatever role. */
const overCase = sql`(g.org_path in ${eachCase.paths} and (g.role in ${watchingRoles}
  or (${isNamedFor(sql`s.id`)} and ${readsCasesSql(sql`g.role`)})))`

/** Tells the administrators of a case that nobody may take; nothing where somebody may. One statement. */
export function nobodyAlarm(db: Db, caseId: string, now: Date) {
  const at = now.getTime()
  const data = sql`json_object('why', 'nobody', 'cases', json_array(json_object('id', cases.id, 'number', cases.number)))`
  return db
    .insert(deliveries)
    .select(
      sql`select lower(hex(randomblob(16))), 'alarm', s.email, cases.id, s.locale, ${data}, 'pending', 0, ${at}, null, null, ${at}
          from cases join role_grants g on g.role = 'administrator' and length(g.org_path) = 4
            join staff s on s.id = g.staff_id
          where cases.id = ${caseId} and cases.holder_id is null and cases.holder_org_id is null and s.active = 1
          group by s.id`,
    )
    .onConflictDoNothing()
}

/** In SQL, over `cases` and `staff s`. */
export const maySeeIt = personSees(sql`s.id`)

/** The federation's administrators, who are told when nobody else is there. */
export async function administrators(db: Db): Promise<Person[]> {
  return db.all<Person>(
    sql`select distinct s.email, s.locale from role_grants g join staff s on s.id = g.staff_id
        where g.role = 'administrator' and length(g.org_path) = 4 and s.active = 1`,
  )
}
