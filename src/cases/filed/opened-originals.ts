import { and, eq, gt } from 'drizzle-orm'
import { caseEvents } from '../../db/tables/cases.ts'
import type { Scene } from '../../orgs/scene.ts'

const anHour = 3_600_000

/** Whether a person has opened the originals of a case, for a reason, within the hour in which he may fetch them. */
export async function hasOpened({ db, now }: Pick<Scene, 'db' | 'now'>, caseId: string, staffId: string) {
  const { action, at } = caseEvents
  const his = and(eq(caseEvents.caseId, caseId), eq(caseEvents.staffId, staffId))
  const since = gt(at, new Date(now.getTime() - anHour))
  return (await db.$count(caseEvents, and(his, eq(action, 'open_originals'), since))) > 0
}
