import { type SQL, sql } from 'drizzle-orm'
import { changesOf } from '../../db/batch.ts'
import type { Statement } from '../../db/client.ts'
import { randomIdSql } from '../../db/id.ts'
import { insertSelect } from '../../db/insert-select.ts'
import { notices } from '../../db/tables/notices.ts'
import { deliver } from '../../notices/delivering.ts'
import { mostNamed } from '../../notices/most-named.ts'
import { administratorsOfAllSql } from '../../orgs/administering.ts'
import type { Scene } from '../../orgs/scene.ts'
import { strandedCases } from '../stranded.ts'
import { dayOfTelling } from './telling-times.ts'

/**
 * Tells the federation's administrators which cases nobody may act on, late or not: of danger at any hour, each
 * case once; of all of them from 08:00 of every working day, as long as there are any. Where `all` is false, only of
 * danger.
 */
export async function tellStranded(scene: Scene, all = true): Promise<void> {
  const { db, now, news } = scene
  const [first, ...others] = noticesOfStranded(scene, all)
  if (!first) return
  const results = await db.batch([
    first,
    ...others,
    deliver(scene, sql`n.at = ${now.getTime()} and n.kind = 'alarm'`),
  ])
  if (results.slice(0, -1).some((result) => changesOf(result) > 0)) news.waiting = true
}

/** Statements: the alarms of this hour. */
export function noticesOfStranded(scene: Scene, all = true): Statement[] {
  const day = all ? dayOfTelling(scene) : null
  return [
    alarm(scene, { which: 'danger', about: sql`id`, event: 'nobody' }),
    ...(day ? [alarm(scene, { which: 'all', about: sql`''`, event: `nobody ${day.name}` })] : []),
  ]
}

/** Statement: one notice for each administrator, and for each case where it is `about` one. */
function alarm(
  { db, now }: Scene,
  { which, about, event }: { which: 'all' | 'danger'; about: SQL; event: string },
) {
  return insertSelect(
    db,
    notices,
    {
      id: randomIdSql,
      staffId: sql`administrator.staff_id`,
      caseId: sql`about`,
      kind: 'alarm',
      event,
      data: sql`json_object('why', 'nobody', 'count', max(total), 'cases', json_group_array(json_object('id', id,
        'number', number, 'org', json(org), 'role', role, 'stranding', why) order by place))`,
      at: now,
    },
    sql`from (select it.*, ${about} as about, count(*) over (partition by ${about}) as total,
          row_number() over (partition by ${about} order by danger desc, due_at, number) as place
        from ${strandedCases(which)} as it),
      ${administratorsOfAllSql} administrator
    where place <= ${mostNamed} group by administrator.staff_id, about`,
  ).onConflictDoNothing()
}
