import { type SQL, sql } from 'drizzle-orm'
import { categories } from '../../db/vocabulary.ts'
import { theirs } from '../../engine/lengths.ts'
import { addDays } from '../../orgs/calendar.ts'
import { retentionOf } from '../../orgs/retention-days.ts'
import type { Scene } from '../../orgs/scene.ts'
import { dayIn, instantIn } from '../../orgs/zone.ts'
import { emptying, forgetKeys, noteEmptying } from '../archiving.ts'
import { cuttingTimes } from '../cutting-times.ts'
import { windowDays } from '../grievance/clocks.ts'
import { type Due, isFree, type Moved, moveAlike } from './moving.ts'
import { clockSteps, waitsFor } from './sweeping.ts'

/** How many cases a run archives, at some seventy rows each. */
const slice = 150

/** How a case is archived, by each process. */
const archivings = clockSteps(({ to }) => to === 'archived')

/**
 * Archives cases that ended longer ago than their category is kept, and removes what identifies. A run takes a
 * slice of those that may go; run again, it finds the next one. One that has to stay is passed over: whose
 * worker may still come back, of whom a word is unread, or whose matter goes on in another case.
 */
export async function archive(scene: Scene): Promise<Moved> {
  const due = await pastRetention(scene)
  await moveAlike(scene, due, {
    first: (which) => [noteEmptying(scene, which)],
    last: (which) => [
      ...emptying(scene, sql`${which} and cases.state = 'archived'`),
      forgetKeys(scene, which),
      ...cuttingTimes(scene, sql`${which} and cases.state = 'archived'`),
    ],
    only: isOver(scene),
    changes: { anonymous: true },
  })
  return { moved: due.length, more: due.length === slice }
}

function pastRetention(scene: Scene): Promise<Due[]> {
  // By this index none is read that was archived before, or is kept still, however many there are.
  return scene.db.all<Due>(
    sql`select cases.id, cases.process, ${actionOf} as action
      from json_each(${keptSince(scene)}) kept cross join cases indexed by cases_retention
        on cases.category = kept.key and cases.closed_at < kept.value
      where ${isOver(scene)} and ${isFree} and ${actionOf} is not null limit ${slice}`,
  )
}

/** SQL over `cases`: ended long enough, and nothing of it goes on. */
function isOver(scene: Scene): SQL {
  return sql`cases.closed_at < json_extract(${keptSince(scene)}, '$.' || cases.category)
    and cases.closed_at is not null and cases.state <> 'archived' and not ${isUnread} and not ${goesOn}`
}

/** As JSON, of each category the instant before which a case must have ended. */
function keptSince({ rules, now }: Scene): string {
  const over = windowsOver(rules, now)
  const since = (days: number) => Math.min(over, now.getTime() - days * 86_400_000)
  return JSON.stringify(
    Object.fromEntries(categories.map((it) => [it, since(retentionOf(rules.settings, it))])),
  )
}

/** Of what ended before, every window of the worker is over by now: the last one begins with the end. */
export function windowsOver(rules: Scene['rules'], now: Date): number {
  const { zone } = rules.settings
  let day = addDays(dayIn(zone, now), -windowDays)
  while (theirs(windowDays, instantIn(zone, day), rules).dueAt >= now) day = addDays(day, -1)
  return instantIn(zone, addDays(day, 1)).getTime()
}

const isUnread = sql`exists (
  select 1 from messages m where m.case_id = cases.id and m.from_worker = 1 and m.read_at is null)`

/** Another case was opened from it, or it was joined with another one, that has not ended. */
const goesOn = sql`(exists (select 1 from cases below where below.parent_id = cases.id and below.closed_at is null)
  or exists (select 1 from grievances g join cases joined on joined.id = g.merged_into_id
    where g.case_id = cases.id and joined.closed_at is null))`

/** SQL over `cases`: how it is archived, or null. */
const actionOf: SQL = sql`case ${sql.join(
  archivings.map((step) => sql`when ${waitsFor(step)} then ${step.action}`),
  sql` `,
)} end`
