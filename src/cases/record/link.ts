import { digest } from '../../db/hmac.ts'

/** What is recorded of an event; who said what in it stands there as a digest only. */
export interface Entry {
  caseId: string
  seq: number
  turn: number | null
  /** The day, with the zone in which it was counted: `2026-11-29+08:00`. The archive keeps no minute. */
  day: string
  action: string
  from: string | null
  to: string | null
  actor: string
  staffId: string | null
  role: string | null
  cause: string | null
  reasonShown: boolean
  /**
   * Which key encrypted its words, and SHA-256 of them as they are stored, which stays when they go; `plain` of words
   * older than encryption.
   */
  content: string | null
}

/** The link of an event: SHA-256 over the link before it on its case, empty for the first, and all that is recorded. */
export function linkHash(before: string, it: Entry): Promise<string> {
  const { caseId, seq, turn, day, action, from, to, actor, staffId, role, cause, reasonShown, content } = it
  return digest(
    JSON.stringify([
      ...[before, caseId, seq, turn, day, action, from, to],
      ...[actor, staffId, role, cause, reasonShown, content],
    ]),
  )
}
