import { type SQL, sql } from 'drizzle-orm'
import type { Statement } from '../../db/client.ts'
import type { Scene } from '../../orgs/scene.ts'
import { columns, watchers } from './ladder.ts'
import { noticeEach } from './noticing.ts'
import type { DayOfTelling } from './telling-times.ts'

/**
 * Statements: tells whoever watches over a case that supervision of it started by itself, once for each time:
 * of danger at once, of all else on the next working day from 08:00, in one mail.
 */
export function noticesOfSupervised(scene: Scene, day: DayOfTelling | null): Statement[] {
  const inDanger = supervised(sql`danger = 1`, sql`indexed by cases_danger`)
  const since = sql`'since ' || (select c.supervised_at from cases c where c.id = found.id)`
  const atOnce = noticeEach(scene, 'supervised', watchers(inDanger), { event: since, each: true })
  if (!day) return [atOnce]
  const { name, begins, before } = day
  const newly = supervised(
    sql`danger = 0 and supervised_at >= ${before[0]} and supervised_at < ${begins}`,
    sql`indexed by cases_supervised`,
  )
  return [atOnce, noticeEach(scene, 'supervised', watchers(newly), { event: sql`${name}` })]
}

/** SQL, a table: open cases that the clock or a rule put under supervision; of reprisals they were told already. */
function supervised(which: SQL, by: SQL): SQL {
  return sql`(select ${columns} from (select *, 1 as step from cases ${by}
    where closed_at is null and supervised_at is not null and ${which} and exists (
      select 1 from case_events e where e.case_id = cases.id and e.action = 'supervise' and e.actor = 'clock'
        and e.at = cases.supervised_at and e.cause <> 'retaliation')))`
}
