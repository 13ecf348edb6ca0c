import { type SQL, sql } from 'drizzle-orm'
import type { Statement } from '../../db/client.ts'
import { insertSelect } from '../../db/insert-select.ts'
import { notices } from '../../db/tables/notices.ts'
import type { NoticeKind } from '../../db/vocabulary.ts'
import { deliver } from '../../notices/delivering.ts'
import type { Scene } from '../../orgs/scene.ts'
import { dayIn } from '../../orgs/zone.ts'
import { administratorsOfLate, columns, holders, holdersAndAbove } from './ladder.ts'
import { dangerStep, dayOfTelling, stepOfDay } from './telling-times.ts'

/** The most urgent cases that a mail names; it says how many there are. */
const named = 10

/**
 * Tells of all that is late, and higher up the longer it is. From 08:00 of a working day: whoever has a case
 * that is late, and the head above him; on each working day after that, with him, the next one up, in the end
 * the administrators; and on the morning of the day on which its
 * lamp turns amber whoever has a case. Of danger at any hour, case by case. Each
 * statement takes all cases and writes one notice a person; run twice, it finds them told. Answers how many
 * notices it wrote.
 */
export async function tellOverdue(scene: Scene): Promise<number> {
  const { db, now, news } = scene
  const [first, ...others] = noticesOfLate(scene)
  if (!first) return 0
  const ways = deliver(scene, sql`n.at = ${now.getTime()} and n.kind in ('overdue', 'due_soon', 'alarm')`)
  const results: unknown[] = await db.batch([first, ...others, ways])
  const written = results.slice(0, -1).reduce<number>((sum, result) => sum + changesOf(result), 0)
  if (written > 0) news.waiting = true
  return written
}

/** Statements: the notices of this hour. */
export function noticesOfLate(scene: Scene): Statement[] {
  return [...ofDanger(scene), ...ofDay(scene)]
}

function ofDanger(scene: Scene): Statement[] {
  const { rules, now } = scene
  const late = lateCases(sql`danger = 1 and due_at < ${now.getTime()}`, dangerStep(now))
  const today = dayIn(rules.settings.zone, now)
  return [
    noticeEach(scene, 'overdue', holdersAndAbove(late), { event: sql`'step ' || step`, each: true }),
    noticeEach(scene, 'alarm', administratorsOfLate(late), {
      event: sql`${`late ${today}`}`,
      each: true,
      why: 'late',
    }),
  ]
}

function ofDay(scene: Scene): Statement[] {
  const day = dayOfTelling(scene)
  if (!day) return []
  const { name, begins, next } = day
  const late = lateCases(sql`danger = 0 and due_at < ${begins}`, stepOfDay(day))
  const soon = lateCases(sql`amber_at >= ${begins} and amber_at < ${next} and due_at >= ${begins}`, sql`1`)
  return [
    noticeEach(scene, 'overdue', holdersAndAbove(late), { event: sql`${name}` }),
    noticeEach(scene, 'due_soon', holders(soon), { event: sql`${name}` }),
    noticeEach(scene, 'alarm', administratorsOfLate(late), { event: sql`${`late ${name}`}`, why: 'late' }),
  ]
}

/** SQL, a table: open cases whose nearest date is ours, and the step of the ladder that they have come to. */
function lateCases(which: SQL, step: SQL): SQL {
  return sql`(select ${columns} from (select *, ${step} as step from cases
    where closed_at is null and ${which} and exists (
      select 1 from duties d where d.case_id = cases.id and d.ended_at is null and d.holder = 'union')))`
}

interface Telling {
  event: SQL
  /** One notice a case, instead of one for all. */
  each?: true
  why?: 'late'
}

/** Statement: a notice for everybody in a table of cases with who is `told`, with the most urgent of his. */
function noticeEach(
  { db, now }: Scene,
  kind: NoticeKind,
  rows: SQL,
  { event, each, why }: Telling,
): Statement {
  const caseId = each ? sql`id` : sql`''`
  return insertSelect(
    db,
    notices,
    {
      id: sql`lower(hex(randomblob(16)))`,
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
      from (${rows}))
    where place <= ${named} group by told, about, event`,
  ).onConflictDoNothing()
}

function changesOf(result: unknown): number {
  const { meta } = result as { meta?: { changes?: number } }
  return meta?.changes ?? 0
}
