import type * as v from 'valibot'

/** What the rules for a definition refuse, beside its shape; a page has a sentence for each. */
export const ruleFaults = [
  'text_too_long',
  'name_taken',
  'names_repeat',
  'options_do_not_hold',
  'too_few_offered',
  'category_has_no_source',
  'workers_no_number',
  'concerns_no_choice',
  'happened_no_date',
  'sensitive_without_consent',
  'two_enterprises',
  'logic_not_read',
  'logic_too_large',
  'logic_names_nothing',
  'logic_looks_ahead',
  'logic_does_not_fit',
  'logic_in_circles',
  'together_cannot_branch',
  'exit_asks',
  'entries_of_no_repeat',
  'repeat_asks_once_only',
  'files_on_page_of_their_own',
  'too_many_files',
  'quota_not_of_register',
  'quota_not_countable',
] as const
export type RuleFault = (typeof ruleFaults)[number]

/** What the versions before it refuse: a name means the same for ever. */
export type HistoryFault = 'kind_changed'

/** What its shape refuses. */
export const shapeFaults = [
  'missing',
  'unknown_key',
  'wrong_kind',
  'not_offered',
  'empty',
  'too_few',
  'too_many',
  'too_small',
  'too_big',
  'not_whole',
  'not_spelled',
] as const
type ShapeFault = (typeof shapeFaults)[number]

export interface Problem {
  /** The keys that lead there; none where it is about the whole. */
  where: (string | number)[]
  fault: RuleFault | HistoryFault | ShapeFault
  /** What was expected, as far as the fault has a measure: a number, the words that are offered, a kind. */
  limit: string
}

/** The message of a rule; it comes back as the fault. */
export const rule = (fault: RuleFault) => fault

/** What an issue of the schema says, for a page to put into words. */
export function problemOf(issue: v.BaseIssue<unknown>): Problem {
  const where = (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)))
  const known = ruleFaults.find((it) => it === issue.message)
  return { where, fault: known ?? shapeFault(issue), limit: limitOf(issue) }
}

function shapeFault({ type, received }: v.BaseIssue<unknown>): ShapeFault {
  switch (type) {
    case 'non_empty':
      return 'empty'
    case 'min_length':
      return 'too_few'
    case 'max_length':
    case 'max_entries':
      return 'too_many'
    case 'min_value':
      return 'too_small'
    case 'max_value':
      return 'too_big'
    case 'integer':
      return 'not_whole'
    case 'regex':
      return 'not_spelled'
    default:
      if (received === 'undefined') return 'missing'
      return type === 'picklist' || type === 'literal' || type === 'variant' || type === 'union'
        ? 'not_offered'
        : 'wrong_kind'
  }
}

function limitOf({ requirement, expected }: v.BaseIssue<unknown>): string {
  if (typeof requirement === 'number') return String(requirement)
  return [...(expected ?? '').matchAll(/[\w-]+/g)].map(([word]) => word).join(', ')
}
