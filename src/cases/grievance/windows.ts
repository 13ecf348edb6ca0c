import { ours, rightEnds } from '../../engine/lengths.ts'
import type { Rules } from '../../orgs/rules.ts'
import { windowDays } from './clocks.ts'
import type { GrievanceSubject } from './subject.ts'

type Window = (subject: GrievanceSubject, rules: Rules) => Date | null

/** Until when a worker may object, have his case done again, or appeal (信访工作条例 35), and a handler return it. */
export const windows = {
  return: ({ case: it }, rules) => ours('2wd', it.stateSince, rules).dueAt,
  objection: ({ case: it }, rules) => rightEnds(windowDays, it.stateSince, rules),
  redo: ({ case: it, grievance }, rules) => {
    const from = it.state === 'closed' ? it.closedAt : grievance.repliedAt
    return from && rightEnds(windowDays, from, rules)
  },
  appeal: ({ grievance }, rules) => grievance.repliedAt && rightEnds(windowDays, grievance.repliedAt, rules),
} as const satisfies Record<string, Window>
