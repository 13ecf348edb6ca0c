import type { Answers } from './answers.ts'
import { type Definition, questionsOf } from './definition.ts'
import type { FieldOf, Question } from './fields.ts'
import { kindOf } from './kinds/all.ts'

/** The quota of all that a form takes. */
export const inAll = 'all'

/** The quota of one site. */
export const ofSite = (code: string) => `site ${code}`

/** The quota of one option of a question. */
export const ofOption = (question: string, value: string) => `${question}.${value}`

/** The numbers that the options of a version have, by what they are of. */
export function optionQuotas(definition: Pick<Definition, 'pages'>): Map<string, number> {
  return new Map(
    questionsOf(definition)
      .filter(offersPlaces)
      .flatMap(({ name, options }) =>
        options.flatMap(({ value, quota }): [string, number][] =>
          quota === undefined ? [] : [[ofOption(name, value), quota]],
        ),
      ),
  )
}

/** A site, and the code that hangs there now, where its own was replaced. */
interface Hung {
  code: string
  successor: { code: string } | null
}

/** What everybody takes a place of who files there, whatever he answers. */
export function wantedHere(site: Hung | null): string[] {
  return [inAll, ...(site ? [ofSite((site.successor ?? site).code)] : [])]
}

/** All that a filing may take a place of; what has no quota by then counts nothing. */
export function wantsOf(definition: Definition, answers: Answers, site: Hung | null): string[] {
  return [...wantedHere(site), ...questionsOf(definition).flatMap((field) => chosenIn(field, answers))]
}

/** What an answer takes a place of, of a question whose options may have quotas. */
export function chosenIn(field: Question, answers: Answers): string[] {
  const answer = answers[field.name]
  if (answer === undefined || !offersPlaces(field)) return []
  return (
    kindOf(field)
      .chosen?.(answer)
      .map((value) => ofOption(field.name, value)) ?? []
  )
}

export function offersPlaces(field: Question): field is FieldOf<'choice'> | FieldOf<'choices'> {
  return field.type === 'choice' || field.type === 'choices'
}
