import { and, eq, isNotNull, lte } from 'drizzle-orm'
import { forgetUnreachable, forgetWaysOver } from '../cases/news/forgetting-ways.ts'
import { type WaitingWay, waitingWays } from '../cases/news/waiting.ts'
import { newsWays } from '../db/tables/news.ts'
import { cipherOf } from '../encryption/case-cipher.ts'
import { logFailure } from '../log.ts'
import { isQuiet } from '../orgs/quiet-hours.ts'
import { openScene, type Scene } from '../orgs/scene.ts'
import { secondsOfDayLeft } from '../orgs/zone.ts'
import type { Platform } from '../platform/types.ts'
import { mailNews, type Told } from './news-mail.ts'
import { pushNews } from './pushing.ts'

/** How many a run tells: two statements each, beside the keys of cases, which the same hour keeps. */
const slice = 4
const hour = 3_600_000

/**
 * Tells workers that there is news, never twice a day on one way, and not in quiet hours: a row is taken for the whole
 * day before anything is sent, so that no second run and no broken one sends again. What surely failed is tried again,
 * each time after twice as long; what may have arrived, the next day. Asks the queue to go on while more wait.
 */
export async function tellWorkers(platform: Platform, now: Date): Promise<void> {
  const scene = await openScene(platform, now)
  await forgetWaysOver(scene)
  if (isQuiet(scene.rules.settings, now)) return
  const waiting = await waitingWays(scene, slice)
  for (const way of waiting)
    if (await takeForToday(scene, way)) await settle(scene, way, await tell(platform, scene, way))
  if (waiting.length === slice) await platform.wake({ kind: 'news' })
}

/** Whether it is this run's to send: nobody else took it today, and its worker neither opened his case nor forgot it. */
async function takeForToday(scene: Scene, way: WaitingWay): Promise<boolean> {
  const { db, now, rules } = scene
  const tomorrow = new Date(now.getTime() + secondsOfDayLeft(rules.settings.zone, now) * 1000)
  const taken = await db
    .update(newsWays)
    .set({ notBefore: tomorrow, attempts: way.attempts + 1 })
    .where(and(isIt(way), isNotNull(newsWays.newsAt), lte(newsWays.notBefore, now)))
    .returning({ kind: newsWays.kind })
  return taken.length > 0
}

async function tell(platform: Platform, scene: Scene, way: WaitingWay): Promise<Told> {
  try {
    const cipher = cipherOf(scene.keys, { id: way.caseId }, way.key, scene.now)
    const target = await cipher.decrypt(newsWays.target, way.kind, way.target)
    const { settings } = scene.rules
    switch (way.kind) {
      case 'mail':
        return await mailNews(platform, settings, { to: target, locale: way.locale })
      case 'push':
        return await pushNews(platform, settings, { to: target, locale: way.locale })
    }
  } catch (error) {
    logFailure(`News by ${way.kind} could not be told`, error)
    return 'failed'
  }
}

async function settle(scene: Scene, way: WaitingWay, told: Told): Promise<void> {
  const { db, now } = scene
  const set = (values: Partial<typeof newsWays.$inferInsert>) =>
    db.update(newsWays).set(values).where(isIt(way))
  switch (told) {
    case 'told':
      await set({ newsAt: null, attempts: 0 })
      return
    case 'failed':
      await set({ notBefore: new Date(now.getTime() + 2 ** way.attempts * hour) })
      return
    case 'in_doubt':
      return
    case 'gone':
      await forgetUnreachable(scene, way)
  }
}

const isIt = ({ caseId, kind }: WaitingWay) => and(eq(newsWays.caseId, caseId), eq(newsWays.kind, kind))
