import { eq, sql } from 'drizzle-orm'
import type { Statement } from '../../db/client.ts'
import { newsWays } from '../../db/tables/news.ts'
import type { Scene } from '../../orgs/scene.ts'
import { countOfNews, noteDeletions } from '../deletion-ledger.ts'

/** Statements: the worker of a case is told of nothing any more, as he asked; written down, without content. */
export function endNews(scene: Pick<Scene, 'db' | 'now'>, caseId: string): Statement[] {
  return [
    noteDeletions(scene, sql`cases.id = ${caseId}`, 'asked_by_worker', { news: countOfNews }),
    scene.db.delete(newsWays).where(eq(newsWays.caseId, caseId)),
  ]
}
