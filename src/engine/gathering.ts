import { type SQL, sql } from 'drizzle-orm'
import type { Statement } from '../db/client.ts'
import { randomIdSql } from '../db/id.ts'
import { insertSelect } from '../db/insert-select.ts'
import { notices } from '../db/tables/notices.ts'
import type { NoticeKind } from '../db/vocabulary.ts'
import { deliver } from '../notices/delivering.ts'
import { mostNamed } from '../notices/most-named.ts'
import { oneByOne } from '../notices/one-by-one.ts'
import type { Scene } from '../orgs/scene.ts'

/** What strangers can cause as often as they like. */
const gathered: readonly NoticeKind[] = ['urgent_case', 'alarm']

const hour = 3_600_000
const quarter = hour / 4

/** SQL over `cases`, as JSON: what a notice says of a case. */
export const itself = sql`json_object('id', cases.id, 'number', cases.number)`

/** SQL over `staff s`: was told of so many of a kind within an hour that the next ones wait for their quarter to end. */
export function isTooMuch(kind: NoticeKind, now: Date): SQL {
  if (!gathered.includes(kind)) return sql`false`
  return sql`((select count(*) from notices n where n.at > ${now.getTime() - hour} and n.kind = ${kind}
    and n.staff_id = s.id and n.case_id <> '') >= ${oneByOne})`
}

/**
 * Statements, after the notices of one case: adds it to the one notice of this quarter of an hour, for each of
 * the people for whom it is too much. `from` is SQL over `cases` and `staff s`; `event` what makes the notice of
 * the case one.
 */
export function gather(
  scene: Scene,
  { kind, event, why, from }: { kind: NoticeKind; event: string; why: string | null; from: SQL },
): Statement[] {
  if (!gathered.includes(kind)) return []
  const { db, now } = scene
  const at = Math.floor(now.getTime() / quarter)
  const together = `quarter ${at}`
  const isTold = sql`exists (select 1 from notices told where told.case_id = cases.id and told.kind = ${kind}
    and told.event = ${event} and told.staff_id = s.id)`
  const first = sql`json_object('why', ${why}, 'count', 1,
    'cases', json_array(${itself}))`
  return [
    insertSelect(
      db,
      notices,
      {
        id: randomIdSql,
        staffId: sql`s.id`,
        caseId: '',
        kind,
        event: together,
        data: first,
        at: now,
      },
      sql`${from} and ${isTooMuch(kind, now)} and not ${isTold} group by s.id`,
    ).onConflictDoUpdate({
      target: [notices.caseId, notices.kind, notices.event, notices.staffId],
      set: { data: withOneMore },
      setWhere: isNotNamed,
    }),
    deliver(
      scene,
      sql`n.case_id = '' and n.kind = ${kind} and n.event = ${together}`,
      new Date((at + 1) * quarter),
    ),
  ]
}

/** Whoever reports twice of one case fills no second place of the ten. */
const isNotNamed = sql`instr(notices.data, excluded.data ->> '$.cases[0].id') = 0`

const withOneMore = sql`json_set(
  iif(json_array_length(notices.data, '$.cases') < ${mostNamed},
    json_insert(notices.data, '$.cases[#]', json_extract(excluded.data, '$.cases[0]')), notices.data),
  '$.count', (notices.data ->> '$.count') + 1)`
