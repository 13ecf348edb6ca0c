import type { Rules } from '../orgs/rules.ts'
import { type Case, mayAct } from './access.ts'
import { rightEnds } from './clocks.ts'
import type { CaseForWorker } from './loading.ts'
import { type Action, actions } from './workflow.ts'

/** Days in which a worker may have a case reopened, object, or appeal (信访工作条例 35). */
const windowDays = 30

/** What the worker may do now, in the order of the workflow. */
export function allowedToWorker(subject: CaseForWorker, rules: Rules, now: Date): Action[] {
  return actions.filter((action) => workerMay(action, subject, rules, now))
}

/** Whether the worker may still do this: by the workflow, and within the window of the act. */
export function workerMay(action: Action, subject: CaseForWorker, rules: Rules, now: Date): boolean {
  const it = subject.case
  return mayAct(action, it.state, 'worker') && isWithinWindow(action, subject, rules, now)
}

/** Until when the worker may do this; null where no window runs. */
export function windowOf(action: Action, it: Case, rules: Rules): Date | null {
  switch (action) {
    case 'object':
      return rightEnds(windowDays, it.stateSince, rules)
    case 'reopen': {
      const from = it.state === 'closed' ? it.closedAt : it.repliedAt
      return from && rightEnds(windowDays, from, rules)
    }
    case 'appeal':
      return it.repliedAt && rightEnds(windowDays, it.repliedAt, rules)
    default:
      return null
  }
}

function isWithinWindow(action: Action, subject: CaseForWorker, rules: Rules, now: Date): boolean {
  const it = subject.case
  const end = windowOf(action, it, rules)
  switch (action) {
    case 'rate_solved':
    case 'rate_unsolved':
      return subject.reply?.signedAt != null && subject.rating === null
    case 'object':
      return end !== null && now <= end
    case 'reopen':
      return end !== null && now <= end && wasAnswered(it)
    case 'appeal':
      return end !== null && now <= end && wasAnswered(it) && it.orgPath.length > 4
    case 'erase_identity':
      return subject.hasIdentity
    default:
      return true
  }
}

/** Merged, declined and withdrawn cases have no answer that one could have done again. */
function wasAnswered(it: Case): boolean {
  const label = it.closingLabel
  return it.state === 'replied' || label === 'solved' || label === 'unsolved' || label === 'no_answer'
}
