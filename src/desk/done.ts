import type { Scene } from '../cases/moving.ts'
import { myWork } from '../cases/worklist.ts'
import type { Staff } from '../orgs/staff.ts'
import type { View } from '../ui/view.ts'
import { query, urls } from '../urls.ts'
import { isStaffAction, type StaffAction } from './acts.ts'
import type { News } from './news.tsx'
import type { Opened } from './opening.ts'
import { holderText } from './standing.tsx'

/**
 * What this person has just done, as the history has it (the address only says what to look for), who has
 * the case now, and the way to his next one.
 */
export async function newsOf(
  { db }: Scene,
  view: View,
  staff: Staff,
  opened: Opened,
  code: string | undefined,
): Promise<News | null> {
  if (!isStaffAction(code) || !didLast(code, staff, opened)) return null
  const t = view.m.desk
  const { cases } = await myWork(db, staff, { limit: 2 })
  const next = cases.find((line) => line.id !== opened.it.case.id)
  return {
    kind: 'done',
    action: code,
    holder: opened.mine ? t.holder.you : holderText(view, opened),
    next: next ? { href: urls.deskCase(next.id), text: t.nextInWork } : { href: urls.desk, text: t.workDone },
  }
}

/** A message leaves no event, so the thread is asked for it. */
function didLast(action: StaffAction, staff: Staff, { events, letters }: Opened): boolean {
  if (action === 'write') return letters.findLast((letter) => !letter.fromWorker)?.name === staff.name
  return events.findLast((event) => event.staffId === staff.id)?.action === action
}

/** The page of a case after an act. */
export function doneAt(id: string, action: StaffAction): string {
  return urls.deskCase(id) + query({ done: action })
}
