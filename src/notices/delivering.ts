import { type SQL, sql } from 'drizzle-orm'
import type { Statement } from '../db/client.ts'
import { randomIdSql } from '../db/id.ts'
import { insertSelect } from '../db/insert-select.ts'
import { deliveries } from '../db/tables/notices.ts'
import { channelsOfPeople } from './channels.ts'
import type { Newsroom } from './news.ts'

/**
 * Statement, after that of the notices: a delivery on each channel of each person. `which` is a condition on
 * `notices n`; a notice that has its delivery on a channel keeps it, whatever address the person has by now.
 * `nextAt` says from when they are sent.
 */
export function deliver({ db, now }: Pick<Newsroom, 'db' | 'now'>, which: SQL, nextAt = now): Statement {
  return insertSelect(
    db,
    deliveries,
    {
      id: randomIdSql,
      noticeId: sql`n.id`,
      channel: sql`c.channel`,
      address: sql`c.address`,
      nextAt,
      createdAt: now,
    },
    sql`from notices n join ${channelsOfPeople} c on c.staff_id = n.staff_id
      where ${which} and not exists (
        select 1 from deliveries d where d.notice_id = n.id and d.channel = c.channel)`,
  )
}
