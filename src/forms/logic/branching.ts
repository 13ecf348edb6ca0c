import type { Definition, FormPage } from '../definition.ts'
import type { RuleFault } from '../faults.ts'
import { isIdentity, isQuestion, type Question } from '../fields.ts'
import { conditionFault, first, namedFault, valueFault } from './fitting.ts'

/** What of the way through a form cannot be gone; the first of it. */
export function branchFault(it: Definition): RuleFault | undefined {
  if (it.layout === 'together' && branches(it)) return 'together_cannot_branch'
  return it.pages.map(pageFault).find(Boolean) ?? orderFault(it)
}

function branches({ pages }: Definition): boolean {
  return pages.some(
    ({ kind, show, fields }) =>
      kind !== 'ask' ||
      show !== undefined ||
      fields.some((field) => field.type === 'computed' || ('requiredWhen' in field && field.requiredWhen)),
  )
}

function pageFault({ kind, entries, fields }: FormPage): RuleFault | undefined {
  const questions = fields.filter(isQuestion)
  if (kind === 'exit' && questions.length > 0) return 'exit_asks'
  if ((kind === 'repeat') !== (entries !== undefined)) return 'entries_of_no_repeat'
  if (entries && entries.least > entries.most) return 'entries_of_no_repeat'
  const once = questions.some(
    (one) =>
      isIdentity(one) ||
      one.type === 'enterprise' ||
      one.type === 'consent' ||
      one.requiredWhen !== undefined ||
      ('dangerWhen' in one && one.dangerWhen.length > 0),
  )
  const isWorkedOut = fields.some(({ type }) => type === 'computed')
  return kind === 'repeat' && (once || isWorkedOut) ? 'repeat_asks_once_only' : undefined
}

/**
 * Each condition sees what was asked on pages before the one that it decides about, and a check also its own page: so a
 * way always ends, and never depends on itself.
 */
function orderFault(definition: Definition): RuleFault | undefined {
  const asked = new Map<string, Question>()
  const sight = { definition, asked, fits: new Set<string>() }
  for (const { kind, show, fields } of definition.pages) {
    const questions = fields.filter(isQuestion)
    const deciding = [show, ...questions.map(({ requiredWhen }) => requiredWhen)].filter(
      (id) => id !== undefined,
    )
    const shown = fields.flatMap((field) => (field.type === 'computed' ? [field.value] : []))
    const before =
      first(deciding, (id) => namedFault(sight, id)) ?? first(shown, (id) => valueFault(sight, id))
    if (before) return before
    if (kind === 'ask') for (const one of questions) asked.set(one.name, one)
    const checks = questions.flatMap((one) => one.checks)
    const here = first(checks, ({ holds }) => conditionFault(sight, holds))
    if (here) return here
  }
  // What nothing uses yet is to fit, too: whoever makes the form has named it, and will use it.
  return (
    first(Object.keys(definition.conditions), (id) => namedFault(sight, id)) ??
    first(Object.keys(definition.values), (id) => valueFault(sight, id))
  )
}
