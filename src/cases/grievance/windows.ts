import { ours, type Term, theirs } from '../../engine/lengths.ts'
import type { Rules } from '../../orgs/rules.ts'
import { windowDays } from './clocks.ts'
import type { GrievanceSubject } from './subject.ts'

type Window = (subject: GrievanceSubject, rules: Rules) => Term | null

/** Until when a worker may object, have his case done again, or appeal (信访工作条例 35), and a handler return it. */
export const windows = {
  return: ({ case: it }, rules) => ours('2wd', it.stateSince, rules),
  objection: ({ case: it }, rules) => theirs(windowDays, it.stateSince, rules),
  // From the merger, and once more from the answer to what it was merged into.
  parting: ({ case: it, living }, rules) => {
    const from = living?.reply?.signedAt ?? it.closedAt
    return from && theirs(windowDays, from, rules)
  },
  redo: ({ case: it, grievance }, rules) => {
    const from = it.state === 'closed' ? it.closedAt : grievance.repliedAt
    return from && theirs(windowDays, from, rules)
  },
  appeal: ({ grievance }, rules) => grievance.repliedAt && theirs(windowDays, grievance.repliedAt, rules),
} as const satisfies Record<string, Window>
