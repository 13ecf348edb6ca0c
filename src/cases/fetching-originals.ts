import { and, eq, gt } from 'drizzle-orm'
import { caseEvents } from '../db/tables/cases.ts'
import type { Scene } from '../orgs/scene.ts'
import type { Staff } from '../orgs/staff.ts'
import type { CasePage } from './loading.ts'
import { allowedActions } from './performing.ts'

const anHour = 3_600_000

/** Whether a person may fetch the originals of a case: he opened them, for a reason, within the hour, and still may. */
export async function mayFetchOriginals(
  scene: Pick<Scene, 'db' | 'now' | 'rules'>,
  staff: Staff,
  subject: CasePage,
): Promise<boolean> {
  if (!allowedActions(staff, subject, scene).includes('open_originals')) return false
  const { caseId, staffId, action, at } = caseEvents
  const his = and(eq(caseId, subject.case.id), eq(staffId, staff.id))
  const since = gt(at, new Date(scene.now.getTime() - anHour))
  return (await scene.db.$count(caseEvents, and(his, eq(action, 'open_originals'), since))) > 0
}
