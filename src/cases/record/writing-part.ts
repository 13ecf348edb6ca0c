import { and, asc, between, eq, type SQL, sql } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import { caseEvents, cases } from '../../db/tables/cases.ts'
import { dayHeads, eventLinks } from '../../db/tables/record.ts'
import { addDays } from '../../orgs/calendar.ts'
import { isNotStrict } from '../sight.ts'
import type { Part } from './file-parts.ts'
import { dayRecorded, recorded, said } from './recorded.ts'

/** Who takes the file away, and when: its first line. */
export interface Watermark {
  federation: string
  for: string
  at: Date
}

/**
 * A file of the record, as lines of JSON: who took it, and for each day its head and what happened, as it stands in
 * the database now beside its link. It holds no words, no category and no employer. Cases that were strict when they
 * were linked are in the heads alone; of one that became strict since only the links are left.
 */
export async function writePart(db: Db, part: Part, mark: Watermark): Promise<string> {
  const [[before], heads, lines] = await db.batch([
    db
      .select({ head: dayHeads.head })
      .from(dayHeads)
      .where(eq(dayHeads.day, addDays(part.from, -1))),
    db
      .select()
      .from(dayHeads)
      .where(between(dayHeads.day, part.from, part.to))
      .orderBy(asc(dayHeads.day)),
    linesOf(db, part),
  ])
  const { from, to, skip } = part
  const written = [JSON.stringify({ record: 1, from, to, ...mark })]
  const byDay = Map.groupBy(lines, (it) => it.linkedOn)
  let over = before?.head ?? ''
  for (const { day, links, sealed, head } of heads) {
    written.push(JSON.stringify({ day, before: over, links, skip, sealed, head }))
    written.push(...(byDay.get(day) ?? []).map(({ line }) => line))
    over = head
  }
  return `${written.join('\n')}\n`
}

function linesOf(db: Db, { from, to, skip, links }: Part) {
  return db
    .select({ linkedOn: eventLinks.linkedOn, line: line() })
    .from(eventLinks)
    .leftJoin(cases, eq(cases.id, eventLinks.caseId))
    .leftJoin(caseEvents, and(eq(caseEvents.caseId, eventLinks.caseId), eq(caseEvents.seq, eventLinks.seq)))
    .where(and(between(eventLinks.linkedOn, from, to), eq(eventLinks.sealed, false)))
    .orderBy(eventLinks.linkedOn, eventLinks.caseId, eventLinks.seq)
    .limit(links)
    .offset(skip)
}

/** SQL: the line of a link. */
function line(): SQL<string> {
  const { caseId, seq, content, hash } = eventLinks
  const columns = Object.entries(recorded).map(([name, column]) => sql`${sql.raw(`'${name}'`)}, ${column}`)
  const of = (column: 'hash' | 'sealed') =>
    sql`(select b.${sql.raw(column)} from event_links b where b.case_id = ${caseId} and b.seq = ${seq} - 1)`
  return sql<string>`case
    when not ${isNotStrict} then json_object('sealed', json('true'), 'hash', ${hash})
    when ${cases.id} is null or ${caseEvents.seq} is null then json_object('caseId', ${caseId}, 'seq', ${seq}, 'gone', json('true'), 'hash', ${hash})
    else json_object('caseId', ${caseId}, 'seq', ${seq}, 'day', ${dayRecorded('')}, ${sql.join(columns, sql`, `)},
      'reasonShown', json(iif(${caseEvents.reasonShown}, 'true', 'false')), 'content', ${content},
      'words', case when ${said} is not null then 'kept' when ${content} is not null then 'deleted' end,
      'afterSealed', json(iif(${of('sealed')} = 1, 'true', 'false')),
      'before', coalesce(${of('hash')}, ''), 'hash', ${hash})
  end`
}
