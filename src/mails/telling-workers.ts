import { and, eq, lte, sql } from 'drizzle-orm'
import { forgetUnreachable, forgetWaysOver, isWay } from '../cases/news/forgetting-ways.ts'
import { type WaitingWay, waitingWays } from '../cases/news/waiting.ts'
import { listed } from '../db/listed.ts'
import { newsWays } from '../db/tables/news.ts'
import { newsWayKinds } from '../db/vocabulary.ts'
import { cipherOf } from '../encryption/case-cipher.ts'
import { logFailure } from '../log.ts'
import { isQuiet } from '../orgs/quiet-hours.ts'
import { openScene, type Scene } from '../orgs/scene.ts'
import { startOfNextDay } from '../orgs/zone.ts'
import type { Platform } from '../platform/types.ts'
import { mailNews, type Told } from './news-mail.ts'
import { pushNews } from './pushing.ts'

/** Of how many cases a run tells. */
const slice = 4
const hour = 3_600_000

/**
 * Tells workers that there is news: of a case once a day, by mailbox and browser together, and not in quiet hours. A
 * case is taken for the whole day before anything is sent, so that no second run and no broken one sends again. Where
 * surely nothing was sent it is tried again, each time after twice as long; what may have arrived, and the way that
 * failed beside one that did not, the next day. Asks the queue to go on while more wait.
 */
export async function tellWorkers(platform: Platform, now: Date): Promise<void> {
  const scene = await openScene(platform, now)
  await forgetWaysOver(scene)
  if (isQuiet(scene.rules.settings, now)) return
  const waiting = await waitingWays(scene, slice * newsWayKinds.length)
  const cases = [...Map.groupBy(waiting, ({ caseId }) => caseId)].slice(0, slice)
  for (const [caseId, ways] of cases) await tellOf(platform, scene, caseId, ways)
  if (cases.length === slice) await platform.wake({ kind: 'news' })
}

async function tellOf(platform: Platform, scene: Scene, caseId: string, ways: WaitingWay[]): Promise<void> {
  const taken = await takeForToday(scene, caseId, ways)
  const all: Told[] = []
  for (const way of taken) {
    const told = await tell(platform, scene, way)
    await settle(scene, way, told)
    all.push(told)
  }
  if (taken.length > 0 && all.every((told) => told === 'failed' || told === 'gone'))
    await tryAgain(scene, caseId, taken)
}

/**
 * The ways that are this run's to tell on: none where another one took the case today, or where its worker opened it or
 * had all forgotten meanwhile. All ways of the case wait for the next day, that of which nothing is told as well.
 */
async function takeForToday(scene: Scene, caseId: string, ways: WaitingWay[]): Promise<WaitingWay[]> {
  const { db, now, rules } = scene
  const kinds = listed(ways.map(({ kind }) => kind))
  const taken = await db
    .update(newsWays)
    .set({
      notBefore: startOfNextDay(rules.settings.zone, now),
      attempts: sql`${newsWays.attempts} + (${newsWays.newsAt} is not null and ${newsWays.kind} in ${kinds})`,
    })
    .where(
      and(
        eq(newsWays.caseId, caseId),
        lte(newsWays.notBefore, now),
        sql`exists (select 1 from news_ways w
          where w.case_id = ${caseId} and w.kind in ${kinds} and w.news_at is not null)`,
      ),
    )
    .returning({ kind: newsWays.kind, newsAt: newsWays.newsAt, target: newsWays.target })
  // Not on one that its worker has put another one in place of.
  return ways.filter((way) =>
    taken.some(({ kind, newsAt, target }) => newsAt && kind === way.kind && target === way.target),
  )
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

async function settle({ db, now }: Scene, way: WaitingWay, told: Told): Promise<void> {
  if (told === 'gone') await forgetUnreachable({ db, now }, way)
  if (told === 'told') await db.update(newsWays).set({ newsAt: null, attempts: 0 }).where(isWay(way))
}

async function tryAgain({ db, now }: Scene, caseId: string, ways: WaitingWay[]): Promise<void> {
  const tries = Math.max(...ways.map(({ attempts }) => attempts))
  await db
    .update(newsWays)
    .set({ notBefore: new Date(now.getTime() + 2 ** tries * hour) })
    .where(eq(newsWays.caseId, caseId))
}
