import { type SQL, sql } from 'drizzle-orm'
import type { Scene } from '../../orgs/scene.ts'
import { emptying } from '../archiving.ts'
import { type Due, isFree, type Moved, moveAlike } from './moving.ts'
import { clockSteps, waitsFor } from './sweeping.ts'

/** How many cases a run archives, at some forty rows each. */
const slice = 150

/** How a case is archived, by each process. */
const archivings = clockSteps(({ to }) => to === 'archived')

/**
 * Archives cases past their retention, and removes what identifies. A run takes a slice of those that may go,
 * the longest ended first; run again, it finds the next one. One that has to stay is passed over.
 */
export async function archive(scene: Scene): Promise<Moved> {
  const due = await pastRetention(scene)
  await moveAlike(scene, due, {
    first: (which) => emptying(scene, which),
    only: isOver(scene),
    changes: { anonymous: true },
  })
  return { moved: due.length, more: due.length === slice }
}

function pastRetention(scene: Scene): Promise<Due[]> {
  // By this index none is read that was archived before, however many there are.
  return scene.db.all<Due>(
    sql`select cases.id, cases.process, ${actionOf} as action
      from cases indexed by cases_retention
      where ${isOver(scene)} and ${isFree} and ${actionOf} is not null
      order by cases.closed_at limit ${slice}`,
  )
}

/** SQL over `cases`: ended long enough, and no word of the worker unread. */
function isOver({ rules, now }: Scene): SQL {
  const cutoff = now.getTime() - rules.settings.retentionDays * 86_400_000
  return sql`cases.closed_at < ${cutoff} and cases.state <> 'archived' and not ${isUnread}`
}

const isUnread = sql`exists (
  select 1 from messages m where m.case_id = cases.id and m.from_worker = 1 and m.read_at is null)`

/** SQL over `cases`: how it is archived, or null. */
const actionOf: SQL = sql`case ${sql.join(
  archivings.map((step) => sql`when ${waitsFor(step)} then ${step.action}`),
  sql` `,
)} end`
