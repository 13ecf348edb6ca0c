import { and, eq, sql } from 'drizzle-orm'
import { inBatch } from '../../db/batch.ts'
import { newsWays } from '../../db/tables/news.ts'
import type { NewsWayKind } from '../../db/vocabulary.ts'
import { isOtherKey } from '../../encryption/case-cipher.ts'
import type { Scene } from '../../orgs/scene.ts'
import { dayIn, startOfDay, startOfNextDay } from '../../orgs/zone.ts'
import { noteDeletions } from '../deletion-ledger.ts'
import { encryptAnew } from '../keys/encrypting-anew.ts'
import type { CaseForWorker } from '../loading.ts'
import { changesToday, countOf } from './forgetting-ways.ts'
import { mayHaveNews } from './ways.ts'

export type Asked = { ok: true } | { ok: false; why: 'not_allowed' | 'too_often' | 'conflict' }

interface Way {
  kind: NewsWayKind
  target: string
}

/** How often a day a worker may put another way in place of one, lest strangers are written to by it. */
const perDay = 5

/**
 * A worker asks to be told of news: one mailbox and one browser a case, a new one takes the place of the old one. It
 * waits as long as the other one of its case, and where one was forgotten today, until tomorrow: the day has its
 * telling, or may have had it. The same once more writes nothing. Refused: `not_allowed` once his case is over, `too_often`, and
 * `conflict` where somebody else wrote on the case at the same time.
 */
export async function askForNews(
  scene: Pick<Scene, 'db' | 'rules' | 'now'>,
  subject: CaseForWorker,
  way: Way,
): Promise<Asked> {
  if (!mayHaveNews(scene, subject)) return { ok: false, why: 'not_allowed' }
  const before = await wayBefore(scene, subject, way.kind)
  // What could not be reached is tried anew.
  if (before?.target === way.target && before.attempts === 0) return { ok: true }
  const changes = await changesToday(scene, subject)
  if (changes >= perDay) return { ok: false, why: 'too_often' }
  const { zone } = scene.rules.settings
  const from = changes > 0 ? startOfNextDay(zone, scene.now) : startOfDay(zone, scene.now)
  try {
    await inBatch(scene.db, await statements(scene, subject, { ...way, from }, before !== null))
    return { ok: true }
  } catch (error) {
    if (isOtherKey(error)) return { ok: false, why: 'conflict' }
    throw error
  }
}

async function wayBefore({ db }: Pick<Scene, 'db'>, { case: it, cipher }: CaseForWorker, kind: NewsWayKind) {
  const [row] = await db
    .select({ target: newsWays.target, attempts: newsWays.attempts })
    .from(newsWays)
    .where(and(eq(newsWays.caseId, it.id), eq(newsWays.kind, kind)))
  return row ? { ...row, target: await cipher.decrypt(newsWays.target, kind, row.target) } : null
}

async function statements(
  scene: Pick<Scene, 'db' | 'rules' | 'now'>,
  subject: CaseForWorker,
  { kind, target, from }: Way & { from: Date },
  replaces: boolean,
) {
  const { db, now, rules } = scene
  const { id, closedAt } = subject.case
  // In time no backup opens the one that goes.
  const { cipher, statements: anew } = replaces
    ? await encryptAnew(scene, subject, [])
    : { cipher: subject.cipher, statements: [] }
  const set = {
    target: await cipher.encrypt(newsWays.target, kind, target),
    askedOn: dayIn(rules.settings.zone, now),
    attempts: 0,
  }
  return [
    ...cipher.newKey(db),
    noteDeletions(scene, sql`cases.id = ${id}`, 'corrected_by_worker', { news: countOf(kind) }),
    db
      .insert(newsWays)
      .values({ ...set, caseId: id, kind, notBefore: asTheOther(id, from), endedAt: closedAt })
      .onConflictDoUpdate({ target: [newsWays.caseId, newsWays.kind], set }),
    ...anew,
  ]
}

/** SQL: when the case may be told, as its other way has it; without one, from then on. */
const asTheOther = (id: string, from: Date) =>
  sql`coalesce((select max(w.not_before) from news_ways w where w.case_id = ${id}), ${from.getTime()})`
