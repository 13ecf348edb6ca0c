import { historyForStaff } from '../../cases/history.ts'
import type { Scene } from '../../cases/moving.ts'
import type { StaffAction } from './acts.ts'
import type { Happening } from './load.ts'

const soon = 10 * 60_000

/** A form as it was sent: by whom, for which turn, with which words. */
export interface Sent {
  staffId: string
  action: StaffAction
  turn: number
  reason: string
}

/**
 * Whether this very form was taken already, as after a second tap: the person himself made the turn that
 * follows the one he saw, by the same act; or, where an act makes no turn, has just said the same.
 */
export function isRepeat(events: Happening[], sent: Sent, now: Date): boolean {
  const mine = events.filter((event) => event.staffId === sent.staffId && event.action === sent.action)
  if (mine.some((event) => event.turn === sent.turn + 1)) return true
  const last = mine.at(-1)
  if (!last || last.turn !== null) return false
  return last.reason === (sent.reason || null) && now.getTime() - last.at.getTime() < soon
}

/** The same for a note, which nothing else keeps from being written twice. */
export async function isNotedAlready({ db, now }: Scene, caseId: string, sent: Sent): Promise<boolean> {
  const entries = await historyForStaff(db, caseId)
  return isRepeat(
    entries.filter((entry) => entry.kind === 'event'),
    sent,
    now,
  )
}
