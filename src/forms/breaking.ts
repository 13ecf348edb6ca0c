import { type Definition, questionsOf } from './definition.ts'
import type { Question } from './fields.ts'
import { offersOf } from './logic/fitting.ts'
import { withoutTexts } from './texts.ts'

/**
 * Whether somebody who fills in the one version would have to answer anew for the other: something is asked that he was not
 * asked, or is asked otherwise than in words. What was added and may be left out, reworded or taken out does not matter
 * to him: he finishes what he began.
 */
export function isBreaking(before: Definition, after: Definition): boolean {
  const known = new Map(questionsOf(before).map((one) => [one.name, one]))
  if (promisesElse(before, after)) return true
  const isOtherLogic = bareOf([before.conditions, before.values]) !== bareOf([after.conditions, after.values])
  return isOtherLogic || questionsOf(after).some((one) => isAskedAnew(known.get(one.name), one))
}

function isAskedAnew(before: Question | undefined, after: Question): boolean {
  if (!before) return after.required || after.requiredWhen !== undefined
  return (
    bareOf({ ...before, options: undefined }) !== bareOf({ ...after, options: undefined }) ||
    losesOption(before, after)
  )
}

/** Whether what he agreed to is something else now, so that he is asked for it anew. */
export function promisesElse(before: Definition, after: Definition): boolean {
  return promisesOf(before) !== promisesOf(after)
}

/** What he was told before he began, and agrees to: nobody is held to what the federation has taken back. */
function promisesOf({ readers, use, modes, allowAnonymous, process, filledBy, pages }: Definition): string {
  const consents = questionsOf({ pages }).filter(({ type }) => type === 'consent')
  return JSON.stringify([
    readers,
    use,
    modes,
    allowAnonymous,
    process,
    filledBy,
    consents.map(({ name, label }) => [name, label]),
  ])
}

/** Without its words. */
function bareOf(it: unknown): string {
  return JSON.stringify(withoutTexts({}, it, ''))
}

function losesOption(before: Question, after: Question): boolean {
  const still = offersOf(after)
  return offersOf(before).some((value) => !still.includes(value))
}
