import { sql } from 'drizzle-orm'
import { strictCategories } from '../cases/grievance/categories.ts'
import type { Db } from '../db/client.ts'
import { deliveries } from '../db/tables/notices.ts'
import type { Category } from '../db/vocabulary.ts'
import { countWaiting } from '../orgs/approving.ts'
import { listProposals, unseenCategories } from '../orgs/nominees.ts'
import { stopped } from '../orgs/resending.ts'
import type { Rules } from '../orgs/rules.ts'
import { dayIn } from '../orgs/zone.ts'

export interface Alarms {
  /** The year whose holidays should be entered by now, if they are not. */
  calendarYear: number | null
  failedMails: number
  unheldCases: number
  /** Strict categories whose cases nobody sees. */
  unseen: Category[]
  /** Namings that wait for a second administrator. */
  proposals: number
  /** Employers that workers cannot choose before the county approves them. */
  waitingEmployers: number
}

/** What only an administrator can mend. Costs a few index look-ups for each organisation, however many cases. */
export async function alarms(db: Db, { settings, calendar }: Rules, now: Date): Promise<Alarms> {
  const [failed, unheld, unseen, proposals, waitingEmployers] = await Promise.all([
    db.select({ count: sql<number>`count(*)` }).from(deliveries).where(stopped),
    db.get<{ count: number }>(unheldCases),
    unseenCategories(db, strictCategories),
    listProposals(db),
    countWaiting(db),
  ])
  const today = dayIn(settings.zone, now)
  const year = Number(today.slice(0, 4)) + 1
  const isMissing = today.slice(5, 7) >= '11' && !calendar.isKnown(`${year}-01-01`)
  return {
    calendarYear: isMissing ? year : null,
    failedMails: failed[0]?.count ?? 0,
    unheldCases: unheld?.count ?? 0,
    unseen,
    proposals: proposals.length,
    waitingEmployers,
  }
}

/** Held by nobody known, by somebody who left or handles no cases now, or by a role that nobody has there any more. */
const unheldCases = sql`
  with role(name) as (values ('duty_officer'), ('handler'), ('department_head'), ('deputy_chair'), ('chair'))
  select
    (select count(*) from cases
      where holder_id is null and holder_org_id is null and holder_role > '') +
    (select count(*) from cases
      where holder_id is not null and holder_id in (select s.id from staff s where s.active = 0
        or not exists (select 1 from role_grants g where g.staff_id = s.id and g.role = 'handler'))) +
    (select coalesce(sum((select count(*) from cases c
        where c.holder_id is null and c.holder_org_id = o.id and c.holder_role = role.name)), 0)
      from organisations o cross join role
      where not exists (select 1 from role_grants g join staff s on s.id = g.staff_id
        where g.org_id = o.id and g.role = role.name and s.active = 1)) as count`
