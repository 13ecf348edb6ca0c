import { and, eq, lt, type SQL, sql } from 'drizzle-orm'
import { inBatch } from '../../db/batch.ts'
import { newsWays } from '../../db/tables/news.ts'
import type { NewsWayKind } from '../../db/vocabulary.ts'
import { isOtherKey } from '../../encryption/case-cipher.ts'
import type { Scene } from '../../orgs/scene.ts'
import { startOfDay } from '../../orgs/zone.ts'
import { windowsOver } from '../clock/retention.ts'
import { countOfNews, noteDeletions } from '../deletion-ledger.ts'
import { endNews } from '../filed/ending-news.ts'
import { encryptAnew } from '../keys/encrypting-anew.ts'
import type { CaseForWorker } from '../loading.ts'
import type { WaitingWay } from './waiting.ts'

/**
 * The worker has mailbox and browser forgotten, and is told of nothing any more; in time no backup opens them either.
 * Written down, without content. Refused: `conflict` where somebody wrote on the case at the same time.
 */
export async function forgetWays(
  scene: Pick<Scene, 'db' | 'now'>,
  subject: CaseForWorker,
): Promise<{ ok: true } | { ok: false; why: 'conflict' }> {
  const { db } = scene
  const { id } = subject.case
  if ((await db.$count(newsWays, eq(newsWays.caseId, id))) === 0) return { ok: true }
  const { cipher, statements } = await encryptAnew(scene, subject, [])
  try {
    await inBatch(db, [...cipher.newKey(db), ...endNews(scene, id), ...statements])
    return { ok: true }
  } catch (error) {
    if (isOtherKey(error)) return { ok: false, why: 'conflict' }
    throw error
  }
}

/** Forgets the ways of cases that ended so long ago that no time of the worker runs any more. */
export async function forgetWaysOver(scene: Pick<Scene, 'db' | 'rules' | 'now'>): Promise<void> {
  const before = new Date(windowsOver(scene.rules, scene.now))
  const over = sql`cases.id in (select w.case_id from news_ways w
    where w.ended_at is not null and w.ended_at < ${before.getTime()})`
  await inBatch(scene.db, [
    noteDeletions(scene, over, 'retention', { news: countOfNews }),
    scene.db.delete(newsWays).where(lt(newsWays.endedAt, before)),
  ])
}

/** Forgets a way that leads nowhere any more: its browser is gone, or takes nothing from us. */
export async function forgetUnreachable(
  scene: Pick<Scene, 'db' | 'now'>,
  way: Pick<WaitingWay, 'caseId' | 'kind' | 'target'>,
): Promise<void> {
  const count = sql`(select count(*) from news_ways where ${isWay(way)})`
  await inBatch(scene.db, [
    noteDeletions(scene, sql`cases.id = ${way.caseId}`, 'unreachable', { news: count }),
    scene.db.delete(newsWays).where(isWay(way)),
  ])
}

/** SQL over `news_ways`: this very one, and none that its worker put in its place. */
export function isWay({ caseId, kind, target }: Pick<WaitingWay, 'caseId' | 'kind' | 'target'>) {
  return and(eq(newsWays.caseId, caseId), eq(newsWays.kind, kind), eq(newsWays.target, target))
}

/** SQL over `cases`: whether there is one of this kind. */
export function countOf(kind: NewsWayKind): SQL {
  return sql`(select count(*) from news_ways w where w.case_id = cases.id and w.kind = ${kind})`
}

/** How often today a way of this case was replaced or forgotten. */
export async function changesToday(
  { db, rules, now }: Pick<Scene, 'db' | 'rules' | 'now'>,
  { case: it }: CaseForWorker,
): Promise<number> {
  const since = startOfDay(rules.settings.zone, now).getTime()
  const [row] = await db.all<{ changes: number }>(
    sql`select count(*) as changes from deletions
      where at >= ${since} and what = 'news' and case_number = ${it.number}`,
  )
  return row?.changes ?? 0
}
