import { type Definition, type FormPage, identityFields } from '../../forms/definition.ts'
import { type Field, isQuestion, type Question } from '../../forms/fields.ts'
import { ownFields } from '../../forms/stepping.ts'
import type { View } from '../../ui/view.ts'

interface Part {
  /** The anchor of the part's heading. */
  id: string
  page: FormPage
  fields: Field[]
}

/** The anchor of the part that asks how to send it. */
export const filingPart = 'filing'

/** What that part is called: whoever writes about others chooses no way of sending it. */
export function filingTitle({ m }: View, { filledBy }: Definition): string {
  return filledBy === 'officer' ? m.intake.filing.whom : m.intake.filing.title
}

/**
 * A form in the order in which it is asked: what happened first, then how to send it with name and phone,
 * then what must be agreed to.
 */
export function partsOf(definition: Definition): {
  parts: Part[]
  identity: Question[]
  consents: Question[]
} {
  const consents = definition.pages.flatMap((it) => it.fields).filter(isConsent)
  const parts = definition.pages
    .map((page, index) => ({
      id: `part-${index + 1}`,
      page,
      fields: ownFields(page),
    }))
    .filter((part) => part.fields.length > 0)
  return { parts, identity: identityFields(definition), consents }
}

function isConsent(field: Field): field is Question {
  return isQuestion(field) && field.type === 'consent'
}

/** The same form with the pages alone that somebody comes by. */
export function onPath(definition: Definition, path: readonly string[]): Definition {
  return { ...definition, pages: definition.pages.filter(({ id }) => path.includes(id)) }
}
