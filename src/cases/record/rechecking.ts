import { and, asc, eq, gt, sql } from 'drizzle-orm'
import { inBatch } from '../../db/batch.ts'
import type { Db } from '../../db/client.ts'
import { cases } from '../../db/tables/cases.ts'
import { dayHeads, eventLinks } from '../../db/tables/record.ts'
import { addDays } from '../../orgs/calendar.ts'
import type { Scene } from '../../orgs/scene.ts'
import { lastProgress, type Progress, progressFor, saved } from '../keys/progress.ts'
import { foldDay } from './folding.ts'
import { headHash } from './head.ts'
import { compareCases, hasEvent } from './linking.ts'
import { tellAltered } from './telling-altered.ts'

/** As many cases as one run compares within the time of the free plan. */
const slice = 10

/**
 * Goes round the whole record, some cases and one day a run, and begins again at the end: what was altered is found
 * though nobody touched its case since, and what is older than the record is linked on the way.
 */
export async function recheck(scene: Scene): Promise<void> {
  await recheckCases(scene)
  await recheckDay(scene)
}

async function recheckCases(scene: Scene): Promise<void> {
  const { db } = scene
  const { upTo } = await reached(db, 'rechecking_cases')
  const next = await db
    .select({ id: cases.id })
    .from(cases)
    .where(gt(cases.id, upTo))
    .orderBy(asc(cases.id))
    .limit(slice)
  await compareCases(
    scene,
    next.map(({ id }) => id),
  )
  await keep(db, 'rechecking_cases', next.at(-1)?.id ?? '')
}

async function recheckDay(scene: Scene): Promise<void> {
  const { db } = scene
  const { upTo } = await reached(db, 'rechecking_days')
  const next = await db
    .select()
    .from(dayHeads)
    .where(gt(dayHeads.day, upTo))
    .orderBy(asc(dayHeads.day))
    .limit(1)
    .get()
  if (next && !(await stands(db, next))) await tellAltered(scene, [])
  await keep(db, 'rechecking_days', next?.day ?? '')
}

/** Whether a day has the links that its head takes in, each with its event and its case, and follows the day before. */
async function stands(db: Db, { day, salt, sealed, head }: typeof dayHeads.$inferSelect): Promise<boolean> {
  const open = await foldDay(db, day, { sealed: false })
  const strict = await foldDay(db, day, { sealed: true, salt })
  const [before] = await db
    .select({ head: dayHeads.head })
    .from(dayHeads)
    .where(eq(dayHeads.day, addDays(day, -1)))
  const [lost] = await db
    .select({ it: sql`1` })
    .from(eventLinks)
    .where(and(eq(eventLinks.linkedOn, day), sql`not ${hasEvent}`))
    .limit(1)
  const again = await headHash({ day, before: before?.head ?? '', open: open.folded, sealed: strict.folded })
  return !lost && strict.folded === sealed && again === head
}

async function reached(db: Db, job: Progress['job']): Promise<Progress> {
  return progressFor(job, 'all', await lastProgress(db, job))
}

async function keep(db: Db, job: Progress['job'], upTo: string): Promise<void> {
  await inBatch(db, [saved(db, { job, for: 'all', upTo, done: false, reachedAt: null })])
}
