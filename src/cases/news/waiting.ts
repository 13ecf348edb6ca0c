import { type SQL, sql } from 'drizzle-orm'
import { listed } from '../../db/listed.ts'
import { caseKeys } from '../../db/tables/keys.ts'
import { newsWays } from '../../db/tables/news.ts'
import type { Locale, NewsWayKind } from '../../db/vocabulary.ts'
import type { KeptKey } from '../../encryption/keyring.ts'
import type { Scene } from '../../orgs/scene.ts'
import { isNotTakenBack, shownActions } from '../history-rows.ts'
import { mostTries } from './ways.ts'

/** A way on which a worker is to be told now. */
export interface WaitingWay {
  caseId: string
  kind: NewsWayKind
  target: (typeof newsWays.$inferSelect)['target']
  attempts: number
  /** In which he filed. */
  locale: Locale
  key: KeptKey | null
}

/** The ways that are due, those of a case together, and first those that waited longest; where only the union has news, none. */
export async function waitingWays(
  { db, now }: Pick<Scene, 'db' | 'now'>,
  limit: number,
): Promise<WaitingWay[]> {
  return db
    .select({
      caseId: newsWays.caseId,
      kind: newsWays.kind,
      target: newsWays.target,
      attempts: newsWays.attempts,
      locale: sql<Locale>`(select s.locale from cases c join submissions s on s.id = c.submission_id
        where c.id = ${newsWays.caseId})`,
      key: caseKeys,
    })
    .from(newsWays)
    .leftJoin(caseKeys, sql`${caseKeys.caseId} = ${newsWays.caseId}`)
    .where(
      sql`news_ways.news_at is not null and news_ways.not_before <= ${now.getTime()}
        and news_ways.attempts < ${mostTries} and ${isNews}`,
    )
    .orderBy(newsWays.notBefore, newsWays.caseId)
    .limit(limit)
}

/** SQL over `case_events`: what the worker reads of it stands since something waits for him. */
const isShown = sql`case_events.actor <> 'worker' and case_events.at >= news_ways.news_at
  and case_events.action in ${listed(shownActions)} and ${isNotTakenBack}`

/**
 * SQL over `news_ways`: whether the worker finds something new. The database notes every act of the union and of the
 * clock; which of them he reads, the lines of the processes say.
 */
const isNews: SQL = sql`(exists (select 1 from case_events where case_events.case_id = news_ways.case_id and ${isShown})
  or exists (select 1 from messages m
    where m.case_id = news_ways.case_id and m.from_worker = 0 and m.read_at is null
      and m.at >= news_ways.news_at)
  or exists (select 1 from grievances g join case_events e on e.case_id = g.merged_into_id
    where g.case_id = news_ways.case_id and e.action = 'sign' and e.at >= news_ways.news_at))`
