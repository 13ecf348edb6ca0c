import { type SQL, sql } from 'drizzle-orm'
import type { Statement } from '../../db/client.ts'
import { randomIdSql } from '../../db/id.ts'
import { insertSelect } from '../../db/insert-select.ts'
import { notices } from '../../db/tables/notices.ts'
import type { NoticeKind } from '../../db/vocabulary.ts'
import { deliver } from '../../notices/delivering.ts'
import { mostNamed } from '../../notices/most-named.ts'
import { oneByOne } from '../../notices/one-by-one.ts'
import type { Scene } from '../../orgs/scene.ts'

/** What makes a notice of these cases one, and how they are told. */
interface Notice {
  event: SQL
  /** One notice a case, instead of one for all; beyond the first few they are noted, and told together. */
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
        json_group_array(json_object('id', id, 'number', number) order by place)${each ? beyondTheFirst : sql``})`,
      at: now,
    },
    sql`from (
      select told, id, number, about, event,
        count(*) over (partition by told, about) as total,
        row_number() over (partition by told, about order by danger desc, due_at, number) as place,
        row_number() over (partition by told order by due_at, number) as turn
      from (select *, ${caseId} as about, ${event} as event from (${rows}) as found) as it
      where not exists (select 1 from notices n where n.case_id = it.about and n.kind = ${kind}
        and n.event = it.event and n.staff_id = it.told))
    where place <= ${mostNamed} group by told, about, event`,
  ).onConflictDoNothing()
}

/** SQL over notices of one case each, by their `turn` with whom they tell: more of `data`. */
export const beyondTheFirst = sql`, 'beyond', iif(max(turn) > ${oneByOne}, max(turn), null)`

/**
 * Statements, after the notices of a run, of these kinds: what it noted beyond the first few is told in one notice a
 * person, kind and reason; and what goes out.
 */
export function deliverTogether({ db, now }: Scene, kinds: NoticeKind[]): Statement[] {
  const ofRun = sql`n.at = ${now.getTime()} and n.kind in ${kinds}`
  const turn = sql`(n.data ->> '$.beyond')`
  return [
    insertSelect(
      db,
      notices,
      {
        id: randomIdSql,
        staffId: sql`n.staff_id`,
        caseId: '',
        kind: sql`n.kind`,
        event: sql`${`together ${now.getTime()} `} || coalesce(n.data ->> '$.why', '')`,
        data: sql`json_object('why', n.data ->> '$.why', 'count', count(*), 'cases',
          json_group_array(json_extract(n.data, '$.cases[0]') order by ${turn})
            filter (where ${turn} <= ${oneByOne + mostNamed}))`,
        at: now,
      },
      sql`from notices n where ${ofRun} and ${turn} is not null
        group by n.staff_id, n.kind, n.data ->> '$.why'`,
    ).onConflictDoNothing(),
    deliver({ db, now }, sql`${ofRun} and ${turn} is null`),
  ]
}
