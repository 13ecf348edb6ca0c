import { type Definition, questionsOf } from './definition.ts'
import type { Question } from './fields.ts'
import { withoutTexts } from './texts.ts'

/**
 * Whether somebody who fills in the one version would have to answer anew for the other: something is asked that he was not
 * asked, or is asked otherwise than in words. What was added and may be left out, reworded or taken out does not matter
 * to him: he finishes what he began.
 */
export function isBreaking(before: Definition, after: Definition): boolean {
  const known = new Map(questionsOf(before).map((one) => [one.name, one]))
  const isOtherLogic = bareOf([before.conditions, before.values]) !== bareOf([after.conditions, after.values])
  return isOtherLogic || questionsOf(after).some((one) => isAskedAnew(known.get(one.name), one))
}

function isAskedAnew(before: Question | undefined, after: Question): boolean {
  if (!before) return after.required || after.requiredWhen !== undefined
  return bareOf(withoutOptions(before)) !== bareOf(withoutOptions(after)) || losesOption(before, after)
}

/** Without its words. */
function bareOf(it: unknown): string {
  return JSON.stringify(withoutTexts({}, it, ''))
}

function withoutOptions({ ...question }: Question): object {
  return { ...question, options: undefined }
}

function losesOption(before: Question, after: Question): boolean {
  const still = offeredBy(after)
  return offeredBy(before).some((value) => !still.includes(value))
}

function offeredBy(question: Question): string[] {
  return 'options' in question ? question.options.map(({ value }) => value) : []
}
