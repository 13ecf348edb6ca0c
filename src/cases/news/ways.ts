import { eq } from 'drizzle-orm'
import { newsWays } from '../../db/tables/news.ts'
import type { Scene } from '../../orgs/scene.ts'
import { windowsOver } from '../clock/retention.ts'
import type { CaseForWorker } from '../loading.ts'

/** On which ways a worker is told that there is news of his case. */
export interface NewsWays {
  mail: { address: string; askedOn: string; isFailing: boolean } | null
  push: { askedOn: string; isFailing: boolean } | null
  /** Something waits for him that he has not opened yet. */
  isWaiting: boolean
}

/** After so many tries in a row nothing more is sent, and his page says so. */
export const mostTries = 6

/** The ways that a worker set for his case, with his address in the open: for himself alone. */
export async function waysOf({ db }: Pick<Scene, 'db'>, subject: CaseForWorker): Promise<NewsWays> {
  const { case: it, cipher } = subject
  const rows = await db.select().from(newsWays).where(eq(newsWays.caseId, it.id))
  const mail = rows.find(({ kind }) => kind === 'mail')
  const push = rows.find(({ kind }) => kind === 'push')
  return {
    mail: mail
      ? { ...stateOf(mail), address: await cipher.decrypt(newsWays.target, mail.kind, mail.target) }
      : null,
    push: push ? stateOf(push) : null,
    isWaiting: rows.some(({ newsAt }) => newsAt !== null),
  }
}

/** Whether there may be news of a case: it is open, or its worker may still have it reopened or reviewed. */
export function mayHaveNews(
  { rules, now }: Pick<Scene, 'rules' | 'now'>,
  { case: it }: CaseForWorker,
): boolean {
  if (it.state === 'archived') return false
  return it.closedAt === null || it.closedAt.getTime() >= windowsOver(rules, now)
}

function stateOf({ askedOn, attempts }: Pick<typeof newsWays.$inferSelect, 'askedOn' | 'attempts'>) {
  return { askedOn, isFailing: attempts >= mostTries }
}
