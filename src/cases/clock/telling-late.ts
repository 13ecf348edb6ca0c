import { type SQL, sql } from 'drizzle-orm'
import { changesOf } from '../../db/batch.ts'
import type { Statement } from '../../db/client.ts'
import type { NoticeKind } from '../../db/vocabulary.ts'
import type { Day } from '../../orgs/calendar.ts'
import type { Scene } from '../../orgs/scene.ts'
import { dayIn } from '../../orgs/zone.ts'
import { dutyOrg, heldOf } from '../to-read.ts'
import { administratorsOfLate, columns, holders, holdersAndAbove } from './ladder.ts'
import { deliverTogether, noticeEach } from './noticing.ts'
import { type DayOfTelling, dangerStep, dayOfTelling, stepOfDay } from './telling-times.ts'
import { noticesOfSupervised } from './telling-watchers.ts'

/**
 * Tells of all that is late, and higher up the longer it is. From 08:00 of a working day: whoever has a case
 * that is late, and the head above him; on each working day after that, with him, the next one up, in the end
 * the administrators; the same of what a worker wrote and nobody read; whoever has a case on the morning of the
 * day on which its lamp turns amber; and whoever watches over what came under supervision by itself. Of danger at
 * any hour, case by case unless they are many. Each statement takes all cases and writes one notice a person; run
 * twice, it finds them told. Answers how many notices it wrote.
 */
export async function tellOverdue(scene: Scene): Promise<number> {
  const { db, news } = scene
  const day = dayOfTelling(scene)
  const [first, ...others] = noticesOfLate(scene, day && (await isTold(scene, day)) ? null : day)
  if (!first) return 0
  const told = await db.batch([first, ...others, ...deliverTogether(scene, [...kinds, 'alarm'])])
  const written = told.slice(0, 1 + others.length).reduce((sum, result) => sum + changesOf(result), 0)
  if (written > 0) news.waiting = true
  return written
}

const kinds: NoticeKind[] = ['overdue', 'due_soon', 'supervised']

/** Whether an earlier hour of the day told: all of a day is told in one batch, so that nothing is left of it. */
async function isTold({ db }: Scene, { name }: DayOfTelling): Promise<boolean> {
  const told = await db.all(
    sql`select 1 from notices where case_id = '' and kind in ${kinds} and event = ${name}
      union all select 1 from notices where case_id = '' and kind = 'alarm' and event = ${lateOn(name)} limit 1`,
  )
  return told.length > 0
}

/** Statements: the notices of this hour, and of the day where it is to be told now. */
export function noticesOfLate(scene: Scene, day: DayOfTelling | null): Statement[] {
  return [...ofDanger(scene), ...(day ? ofDay(scene, day) : []), ...noticesOfSupervised(scene, day)]
}

function ofDanger(scene: Scene): Statement[] {
  const { rules, now } = scene
  const late = lateCases(
    sql`danger = 1 and due_at < ${now.getTime()}`,
    dangerStep(now),
    sql`indexed by cases_danger`,
  )
  const today = dayIn(rules.settings.zone, now)
  return [
    noticeEach(scene, 'overdue', holdersAndAbove(late), { event: sql`'step ' || step`, each: true }),
    noticeEach(scene, 'alarm', administratorsOfLate(late), {
      event: sql`${lateOn(today)}`,
      each: true,
      why: 'late',
    }),
  ]
}

function ofDay(scene: Scene, day: DayOfTelling): Statement[] {
  const { name, begins, next } = day
  const step = stepOfDay(day)
  const late = lateCases(sql`danger = 0 and due_at < ${begins}`, step)
  const unread = unreadCases(begins, step)
  const soon = lateCases(sql`amber_at >= ${begins} and amber_at < ${next} and due_at >= ${begins}`, sql`1`)
  return [
    noticeEach(scene, 'overdue', holdersAndAbove(late), { event: sql`${name}` }),
    noticeEach(scene, 'due_soon', holders(soon), { event: sql`${name}` }),
    noticeEach(scene, 'alarm', administratorsOfLate(late), { event: sql`${lateOn(name)}`, why: 'late' }),
    noticeEach(scene, 'overdue', holdersAndAbove(unread), { event: sql`${`unread ${name}`}` }),
    noticeEach(scene, 'alarm', administratorsOfLate(unread), {
      event: sql`${`unread ${name}`}`,
      why: 'late',
    }),
  ]
}

/** What makes an alarm of what is late one: the day. */
const lateOn = (day: Day) => `late ${day}`

/** SQL, a table: open cases whose nearest date is ours, and the step of the ladder that they have come to. */
function lateCases(which: SQL, step: SQL, by = sql``): SQL {
  return sql`(select ${columns} from (select *, ${step} as step from cases ${by}
    where closed_at is null and ${which} and exists (
      select 1 from duties d where d.case_id = cases.id and d.ended_at is null and d.holder = 'union')))`
}

/** SQL, a table: the same of what a worker wrote and nobody read in time, unless the case itself is told of. */
function unreadCases(begins: number, step: SQL): SQL {
  return sql`(select ${columns} from (select *, ${step} as step from (
    select cases.id, cases.parent_id, cases.number, cases.org_path, cases.secrecy, cases.confided_to, cases.danger,
      cases.read_by as due_at, cases.process, cases.state, cases.handler_id, cases.former_handler_id,
      held.holder_id, coalesce(held.holder_org_id, ${dutyOrg}) as holder_org_id,
      coalesce(held.holder_role, 'duty_officer') as holder_role
    from cases join ${heldOf}
    where cases.read_by < ${begins} and (cases.closed_at is not null or cases.due_at is null
      or cases.due_at >= ${begins}))))`
}
