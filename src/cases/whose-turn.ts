import { type SQL, sql } from 'drizzle-orm'
import type { Db } from '../db/client.ts'
import { chairOf } from '../engine/telling.ts'
import { processes } from './processes.ts'
import { type Reach, withinReach } from './sight.ts'
import { isToRead } from './to-read.ts'

/** What waits for one person: how much, how much of it is late, and the most urgent of it. */
export interface Turns {
  count: number
  overdue: number
  first: { id: string; number: number; isLate: boolean }[]
}

export const noTurns: Turns = { count: 0, overdue: 0, first: [] }

/**
 * What waits for each of several people of the same reach, in one statement, as the desk would list it for them: in
 * his own name, in a role of his, what he is asked to extend, and what workers wrote that is his to read. Of each
 * the first `named`. Those for whom nothing waits are left out.
 */
export async function turnsOf(
  db: Db,
  people: readonly string[],
  reach: Reach,
  { now, named }: { now: Date; named: number },
): Promise<Map<string, Turns>> {
  const each = sql`json_each(${JSON.stringify(people)}) p`
  const row = (late: SQL) => sql`select p.value as person, cases.id, cases.number, ${late} as due`
  const due = sql`coalesce(cases.due_at, 9e15)`
  const seen = withinReach(reach)
  const rows = await db.all<Row>(sql`
    with turns as (
      ${row(due)} from ${each} cross join cases where cases.holder_id = p.value and ${seen}
      union ${row(due)} from ${each} cross join role_grants w on w.staff_id = p.value
        cross join cases on cases.holder_id is null and cases.holder_org_id = w.org_id and cases.holder_role = w.role
        where ${seen}
      union ${row(due)} from ${each} cross join cases where ${isAskedFor(sql`p.value`)} and ${seen}
      union ${row(sql`cases.read_by`)} from ${each} cross join cases
        where cases.read_by is not null and ${isToRead(sql`p.value`)} and ${seen}
    ), once as (
      select person, id, number, min(due) as due from turns group by person, id
    ), placed as (
      select *, row_number() over (partition by person order by due, number) as place,
        count(*) over (partition by person) as count,
        sum(due < ${now.getTime()}) over (partition by person) as overdue from once
    )
    select * from placed where place <= ${named} order by person, place`)
  const grouped = Map.groupBy(rows, ({ person }) => person)
  return new Map([...grouped].map(([person, own]) => [person, turnsFrom(own, now)]))
}

interface Row {
  person: string
  id: string
  number: number
  due: number
  count: number
  overdue: number
}

function turnsFrom(rows: Row[], now: Date): Turns {
  const { count = 0, overdue = 0 } = rows[0] ?? {}
  const first = rows.map(({ id, number, due }) => ({ id, number, isLate: due < now.getTime() }))
  return { count, overdue, first }
}

/** SQL over `cases`: whether the person of this column is the chair whom its handler asked for more time. */
function isAskedFor(person: SQL): SQL {
  const { from } = processes.grievance.moves.refuse_extension
  return sql`(cases.id in (select a.case_id from grievances a indexed by grievances_asked where a.asker_id is not null)
    and cases.handler_id = (select a.asker_id from grievances a where a.case_id = cases.id)
    and cases.handler_id <> ${person} and cases.state in ${from}
    and exists (select 1 from role_grants c where c.staff_id = ${person} and c.role = 'chair' and c.org_id = ${chairOf}))`
}
