import { type SQL, sql } from 'drizzle-orm'
import type { Statement } from '../db/client.ts'
import { randomIdSql } from '../db/id.ts'
import { insertSelect } from '../db/insert-select.ts'
import { deliveries } from '../db/tables/notices.ts'
import type { Newsroom } from './news.ts'

/**
 * Statement: what has not gone to a person's old address goes to his new one, but for what is about the change
 * itself. `only` is SQL: whether the address was changed.
 */
export function readdress(
  { db }: Pick<Newsroom, 'db'>,
  staffId: string,
  { from, to }: { from: string; to: string },
  only: SQL,
): Statement {
  return db
    .update(deliveries)
    .set({ address: to })
    .where(sql`${deliveries.address} = ${from} and ${deliveries.status} not in ('sent', 'skipped') and ${only}
      and exists (select 1 from notices n where n.id = deliveries.notice_id and n.staff_id = ${staffId}
        and n.kind <> 'address_changed')`)
}

/** Statement, after those of the notices: the same goes to an address beside that of its person, too. */
export function deliverToo(
  { db, now }: Pick<Newsroom, 'db' | 'now'>,
  which: SQL,
  address: string,
): Statement {
  return insertSelect(
    db,
    deliveries,
    { id: randomIdSql, noticeId: sql`n.id`, channel: 'mail', address, nextAt: now, createdAt: now },
    sql`from notices n where ${which}`,
  ).onConflictDoNothing()
}
