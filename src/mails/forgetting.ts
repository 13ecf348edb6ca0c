import { inArray, lt, sql } from 'drizzle-orm'
import { inBatch } from '../db/batch.ts'
import type { Db } from '../db/client.ts'
import { newId } from '../db/id.ts'
import { insertSelect } from '../db/insert-select.ts'
import { deletions } from '../db/tables/deletions.ts'
import { deliveries, notices } from '../db/tables/notices.ts'

const kept = 90 * 86_400_000

/**
 * Deletes what was told, or needed nobody, three months ago; what is stopped waits for a person. A notice
 * goes with the last of its deliveries, and the ledger says how many went.
 */
export async function forgetOldMail(db: Db, now: Date): Promise<void> {
  const before = new Date(now.getTime() - kept)
  const goes = sql`${lt(notices.at, before)} and not exists (
    select 1 from deliveries d where d.notice_id = notices.id)`
  const isOver = inArray(deliveries.status, ['sent', 'skipped'])
  await inBatch(db, [
    db.delete(deliveries).where(sql`${isOver} and ${lt(deliveries.nextAt, before)}`),
    insertSelect(
      db,
      deletions,
      { id: newId(now), at: now, what: 'notices', why: 'old', count: sql<number>`n` },
      sql`from (select count(*) as n from notices where ${goes}) where n > 0`,
    ),
    db.delete(notices).where(goes),
  ])
}
