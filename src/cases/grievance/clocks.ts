import type { Category, DutyKind } from '../../db/vocabulary.ts'
import { hoursOf, later, limitOf, ours, type Term, theirs, within } from '../../engine/lengths.ts'
import type { Case } from '../../engine/process.ts'
import type { Rules } from '../../orgs/rules.ts'
import { categoryRules } from './categories.ts'
import type { Grievance } from './subject.ts'

/** What the dates of a grievance depend on beside their kind. */
export interface Clocked {
  category: Category
  danger: boolean
  complex: boolean
  acceptedAt: Date | null
  extensionDays: number
  /** The time to finish runs already, and begins anew: with another handler, or after a referral. */
  renewed: boolean
}

/** What the dates of a grievance depend on, out of the rows of its case and its own. */
export function clockedOf(
  { category, danger }: Pick<Case, 'category' | 'danger'>,
  { complex, acceptedAt, extensionDays }: Pick<Grievance, 'complex' | 'acceptedAt' | 'extensionDays'>,
  renewed: boolean,
): Clocked {
  return { category, danger, complex, acceptedAt, extensionDays, renewed }
}

/** Where dates depend on no case, or no case is at hand. */
export const clockedOfNone: Clocked = {
  category: 'other',
  danger: false,
  complex: false,
  acceptedAt: null,
  extensionDays: 0,
  renewed: false,
}

/** Days from filing to a decision whether the union takes a case on (信访工作条例 23). */
export const decideWithinDays = 15

/** Days from acceptance to the answer, and by how many the chair may extend them once (信访工作条例 34). */
export const answerWithinDays = 60
export const extensionAtMostDays = 30

/** Days in which a worker may have a case reopened, object, or appeal (信访工作条例 35). */
export const windowDays = 30

/** When a duty of a grievance that begins at `from` must be done; the law's own limits are ceilings. */
export function deadlineFor(kind: DutyKind, it: Clocked, rules: Rules, from: Date): Term {
  const { targets } = rules.settings
  const urgent = it.danger ? targets.danger : undefined
  const ceiling = (term: Term) => withinLimit(term, it, rules)
  switch (kind) {
    case 'contact':
    case 'contact_again':
      return contactBy(urgent ?? targets.contact, from)
    case 'triage':
      return ours(urgent ?? targets.triage, from, rules)
    case 'decision':
      return limitOf(decideWithinDays, from, rules)
    case 'dispatch':
      return ours(urgent ?? targets.dispatch, from, rules)
    case 'sign_for':
      return ours(urgent ?? targets.sign_for, from, rules)
    case 'finish':
      return ceiling(finish(it, rules, from))
    case 'limit':
      return limitOf(answerWithinDays + it.extensionDays, it.acceptedAt ?? from, rules)
    case 'step':
      return ceiling(ours(targets.step, from, rules))
    case 'mediation':
    case 'look_in':
      return ceiling(ours('15d', from, rules))
    case 'reopened':
      return ours(targets.reopened, from, rules)
    case 'review':
      return ours('30d', from, rules)
    case 'withdrawal':
    case 'viewing':
      return ours('2wd', from, rules)
    case 'info':
    case 'rating':
      return theirs(10, from, rules)
    case 'objection':
      return theirs(windowDays, from, rules)
  }
}

/** The first real contact with the worker: 24 hours, or two where there is danger, round the clock. */
function contactBy(length: string, from: Date): Term {
  return within(from, new Date(from.getTime() + hoursOf(length) * 3_600_000))
}

/** Whoever goes on where another one left off has so many working days at least. */
const renewedAtLeast = '3wd'

/**
 * The time to finish runs from acceptance, however late it was dispatched; an extension is counted from its end.
 * Where it begins anew, or is over before it begins, three working days are left.
 */
function finish(it: Clocked, rules: Rules, from: Date): Term {
  const { finish: ordinary, finish_complex: complex } = rules.settings.targets
  const target = it.complex ? complex : (categoryRules[it.category].finish ?? ordinary)
  const plain = ours(target, it.acceptedAt ?? from, rules, from)
  const term = it.extensionDays === 0 ? plain : ours(`${it.extensionDays}d`, plain.dueAt, rules, from)
  return it.renewed || term.dueAt < from ? later(term, ours(renewedAtLeast, from, rules)) : term
}

/** No target reaches past the outer limit of the law. */
function withinLimit(term: Term, { acceptedAt, extensionDays }: Clocked, rules: Rules): Term {
  if (!acceptedAt) return term
  const limit = limitOf(answerWithinDays + extensionDays, acceptedAt, rules)
  return term.dueAt > limit.dueAt ? limit : term
}
