import { myWork } from '../../cases/worklist.ts'
import type { Scene } from '../../orgs/scene.ts'
import type { Staff } from '../../orgs/staff.ts'
import { Notice } from '../../ui/parts.tsx'
import type { View } from '../../ui/view.ts'
import { query, urls } from '../../urls.ts'
import { isStaffAction, type StaffAction } from './acts.ts'
import { holderText } from './case-head.tsx'
import { History } from './history.tsx'
import type { Happening, Opened } from './load.ts'

/** Where the words of a step that was not taken are kept: in its own form, in a note, or there were none. */
export type Kept = 'form' | 'note' | 'nothing'

/** What became of the step that a person has just taken. */
export type StepOutcome =
  | {
      kind: 'done'
      /** One, or one and the next at once. */
      actions: StaffAction[]
      /** Another was to follow, and could not. */
      isCutShort: boolean
      holder: string
      next: { href: string; text: string }
    }
  | { kind: 'overtaken'; meanwhile: Happening[]; kept: Kept }
  | { kind: 'refused'; kept: Kept }

/** First thing on the page after a step: done and who has it now, or why it was not taken. */
export function OutcomeNotice({ view, outcome }: { view: View; outcome: StepOutcome | null }) {
  if (!outcome) return null
  const t = view.m.desk
  if (outcome.kind === 'done') {
    return (
      <Notice
        kind={outcome.isCutShort ? 'warning' : 'good'}
        title={outcome.actions.map((action) => t.done(t.acts[action].done)).join(t.between)}
      >
        {outcome.isCutShort && <p>{t.notDispatched}</p>}
        <p>{t.done(outcome.holder)}</p>
        <p>
          <a class="quiet-button" href={outcome.next.href}>
            {outcome.next.text}
          </a>
        </p>
      </Notice>
    )
  }
  return (
    <div class="notice warning" role="alert">
      <p class="notice-title">{outcome.kind === 'overtaken' ? t.conflict.title : t.refused}</p>
      {outcome.kind === 'overtaken' && outcome.meanwhile.length > 0 && (
        <>
          <p>{t.conflict.meanwhile}</p>
          <History view={view} events={outcome.meanwhile} />
        </>
      )}
      {outcome.kind === 'overtaken' && outcome.meanwhile.length === 0 && <p>{t.conflict.written}</p>}
      <p>{outcome.kept === 'form' ? t.conflict.kept : t.conflict.gone}</p>
      {outcome.kept === 'note' && <p>{t.conflict.note}</p>}
    </div>
  )
}

/**
 * What this person has just done, as the history has it (the address only says what to look for), who has
 * the case now, and the way to his next one.
 */
export async function stepOutcome(
  { db }: Pick<Scene, 'db'>,
  view: View,
  staff: Staff,
  opened: Opened,
  { done: code, then }: { done?: string | undefined; then?: string | undefined },
): Promise<StepOutcome | null> {
  if (!isStaffAction(code)) return null
  const both = isStaffAction(then) && didBoth(code, then, staff, opened)
  if (!both && !didLast(code, staff, opened)) return null
  const t = view.m.desk
  const { unread, cases } = await myWork(db, staff, { limit: 2 })
  const next = [...unread, ...cases].find((line) => line.id !== opened.it.case.id)
  return {
    kind: 'done',
    actions: both ? [code, then] : [code],
    isCutShort: then === 'dispatch' && !both,
    holder: opened.mine ? t.holder.you : holderText(view, opened),
    next: next ? { href: urls.deskCase(next.id), text: t.nextInWork } : { href: urls.desk, text: t.workDone },
  }
}

/** A message leaves no event, so the thread is asked for it. */
function didLast(action: StaffAction, staff: Staff, { events, messages }: Opened): boolean {
  if (action === 'read_messages') return messages.every((message) => !message.fromWorker || message.readAt)
  if (action === 'write') return messages.findLast((message) => !message.fromWorker)?.name === staff.name
  return events.findLast((event) => event.staffId === staff.id)?.action === action
}

function didBoth(first: StaffAction, then: StaffAction, staff: Staff, { events }: Opened): boolean {
  const own = events.filter((event) => event.staffId === staff.id)
  return own.at(-2)?.action === first && own.at(-1)?.action === then
}

/** The page of a case after an act, and after the one that was to follow at once. */
export function doneAt(id: string, action: StaffAction, then?: StaffAction): string {
  return urls.deskCase(id) + query({ done: action, then })
}
