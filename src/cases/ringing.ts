import { sql } from 'drizzle-orm'
import { randomIdSql } from '../db/id.ts'
import { insertSelect } from '../db/insert-select.ts'
import { listed } from '../db/listed.ts'
import { notices } from '../db/tables/notices.ts'
import { deliver } from '../notices/delivering.ts'
import { mostNamed } from '../notices/most-named.ts'
import { administratorsOfAllSql } from '../orgs/administering.ts'
import type { Scene } from '../orgs/scene.ts'
import { dayIn } from '../orgs/zone.ts'

/**
 * Tells the federation's administrators once a day of cases whose rows are not as the service left them: of one that
 * somebody opened by itself, of many that a job met together by the first of them; of what belongs to no case where none
 * is named.
 */
export async function ring(
  scene: Scene,
  why: 'unreadable' | 'altered',
  caseIds: readonly string[],
): Promise<void> {
  const { db, now, news, rules } = scene
  const [first = 'apart'] = caseIds.toSorted()
  const about = caseIds.length === 1 ? first : ''
  const day = dayIn(rules.settings.zone, now)
  const event = about ? `${why} ${day}` : `${why} ${first} ${day}`
  const met = sql`(select id, number from cases where id in ${listed(caseIds)} order by number limit ${mostNamed})`
  const data = sql`json_object('why', ${why}, 'count', ${caseIds.length},
    'cases', (select json_group_array(json_object('id', id, 'number', number)) from ${met}))`
  const row = {
    id: randomIdSql,
    staffId: sql`a.staff_id`,
    caseId: about,
    kind: 'alarm' as const,
    event,
    data,
    at: now,
  }
  await db.batch([
    insertSelect(db, notices, row, sql`from ${administratorsOfAllSql} a where true`).onConflictDoNothing(),
    deliver(scene, sql`n.case_id = ${about} and n.kind = 'alarm' and n.event = ${event}`),
  ])
  news.waiting = true
}
