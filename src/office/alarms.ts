import { sql } from 'drizzle-orm'
import { strictCategories } from '../cases/grievance/categories.ts'
import { leftToEncrypt } from '../cases/keys/progress.ts'
import { listStranded } from '../cases/stranded.ts'
import type { Db } from '../db/client.ts'
import { deliveries } from '../db/tables/notices.ts'
import type { Category } from '../db/vocabulary.ts'
import { mostNamed } from '../notices/most-named.ts'
import { countWaiting } from '../orgs/approving.ts'
import { listProposals, unseenCategories } from '../orgs/nominees.ts'
import { stopped } from '../orgs/resending.ts'
import type { Rules } from '../orgs/rules.ts'
import { dayIn } from '../orgs/zone.ts'

export interface Alarms {
  /** The year whose holidays should be entered by now, if they are not. */
  calendarYear: number | null
  failedMails: number
  /** Cases on which nobody may act. */
  stranded: Awaited<ReturnType<typeof listStranded>>
  /** Strict categories whose cases nobody sees. */
  unseen: Category[]
  /** Namings that wait for a second administrator. */
  proposals: number
  /** Employers that workers cannot choose before the county approves them. */
  waitingEmployers: number
  /** Cases that are older than encryption, until a job has been there. */
  unencrypted: number
}

/** What only an administrator can mend. Costs a few index look-ups for each open case. */
export async function alarms(db: Db, { settings, calendar }: Rules, now: Date): Promise<Alarms> {
  const [failed, stranded, unseen, proposals, waitingEmployers, unencrypted] = await Promise.all([
    db.select({ count: sql<number>`count(*)` }).from(deliveries).where(stopped),
    listStranded(db, mostNamed),
    unseenCategories(db, strictCategories),
    listProposals(db),
    countWaiting(db),
    leftToEncrypt(db),
  ])
  const today = dayIn(settings.zone, now)
  const year = Number(today.slice(0, 4)) + 1
  const isMissing = today.slice(5, 7) >= '11' && !calendar.isKnown(`${year}-01-01`)
  return {
    calendarYear: isMissing ? year : null,
    failedMails: failed[0]?.count ?? 0,
    stranded,
    unseen,
    proposals: proposals.length,
    waitingEmployers,
    unencrypted,
  }
}
