import { type SQL, sql } from 'drizzle-orm'
import type { Statement } from '../../db/client.ts'
import { randomIdSql } from '../../db/id.ts'
import { insertSelect } from '../../db/insert-select.ts'
import { notices } from '../../db/tables/notices.ts'
import type { NoticeKind } from '../../db/vocabulary.ts'
import { mostNamed } from '../../notices/most-named.ts'
import type { Scene } from '../../orgs/scene.ts'

/** What makes a notice of these cases one, and how they are told. */
interface Notice {
  event: SQL
  /** One notice a case, instead of one for all. */
  each?: true
  why?: 'late'
}

/**
 * Statement: a notice for everybody in a table of cases with who is `told`, with the most urgent of his. `event`
 * is SQL over its rows, `found`.
 */
export function noticeEach(
  { db, now }: Scene,
  kind: NoticeKind,
  rows: SQL,
  { event, each, why }: Notice,
): Statement {
  const caseId = each ? sql`id` : sql`''`
  return insertSelect(
    db,
    notices,
    {
      id: randomIdSql,
      staffId: sql`told`,
      caseId: sql`about`,
      kind,
      event: sql`event`,
      data: sql`json_object('why', ${why ?? null}, 'count', max(total), 'cases',
        json_group_array(json_object('id', id, 'number', number) order by place))`,
      at: now,
    },
    sql`from (
      select told, id, number, ${caseId} as about, ${event} as event,
        count(*) over (partition by told, ${caseId}) as total,
        row_number() over (partition by told, ${caseId} order by danger desc, due_at, number) as place
      from (${rows}) as found)
    where place <= ${mostNamed} group by told, about, event`,
  ).onConflictDoNothing()
}
