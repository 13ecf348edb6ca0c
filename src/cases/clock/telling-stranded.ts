import { type SQL, sql } from 'drizzle-orm'
import { changesOf } from '../../db/batch.ts'
import type { Statement } from '../../db/client.ts'
import { randomIdSql } from '../../db/id.ts'
import { insertSelect } from '../../db/insert-select.ts'
import { notices } from '../../db/tables/notices.ts'
import { mostNamed } from '../../notices/most-named.ts'
import { administratorsOfAllSql } from '../../orgs/administering.ts'
import type { Scene } from '../../orgs/scene.ts'
import { dayIn } from '../../orgs/zone.ts'
import { strandedCases } from '../stranded.ts'
import { beyondTheFirst, deliverTogether } from './noticing.ts'
import { dayOfTelling } from './telling-times.ts'

/**
 * Tells the federation's administrators which cases nobody may act on, late or not: of danger at any hour, each
 * case once a day; of all of them from 08:00 of every working day, as long as there are any. Where `all` is false, only of
 * danger.
 */
export async function tellStranded(scene: Scene, all = true): Promise<void> {
  const { db, news } = scene
  const [first, ...others] = noticesOfStranded(scene, all)
  if (!first) return
  const results = await db.batch([first, ...others, ...deliverTogether(scene, ['alarm'])])
  if (results.slice(0, 1 + others.length).some((result) => changesOf(result) > 0)) news.waiting = true
}

/** Statements: the alarms of this hour. */
export function noticesOfStranded(scene: Scene, all = true): Statement[] {
  const { rules, now } = scene
  const day = all ? dayOfTelling(scene) : null
  const untold = sql`(select it.* from ${strandedCases('danger')} as it where not ${wasTold(now)})`
  return [
    alarm(scene, {
      of: untold,
      about: sql`id`,
      event: `nobody ${dayIn(rules.settings.zone, now)}`,
      more: beyondTheFirst,
    }),
    ...(day ? [alarm(scene, { of: strandedCases(), about: sql`''`, event: `nobody ${day.name}` })] : []),
  ]
}

const aDay = 86_400_000

/** SQL over cases `it`: an alarm of it alone rang within a day, by the clock or by what left it there. */
function wasTold(now: Date): SQL {
  return sql`exists (select 1 from notices n where n.case_id = it.id and n.kind = 'alarm'
    and n.at > ${now.getTime() - aDay} and n.data ->> '$.why' = 'nobody')`
}

/** Statement: one notice for each administrator, and for each case where it is `about` one. */
function alarm(
  { db, now }: Scene,
  { of, about, event, more = sql`` }: { of: SQL; about: SQL; event: string; more?: SQL },
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
        'number', number, 'org', json(org), 'role', role, 'stranding', why) order by place)${more})`,
      at: now,
    },
    sql`from (select it.*, ${about} as about, count(*) over (partition by ${about}) as total,
          row_number() over (partition by ${about} order by danger desc, due_at, number) as place,
          row_number() over (order by due_at, number) as turn
        from ${of} as it),
      ${administratorsOfAllSql} administrator
    where place <= ${mostNamed} group by administrator.staff_id, about`,
  ).onConflictDoNothing()
}
