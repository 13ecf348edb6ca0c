import { categories, states } from '../../db/vocabulary.ts'
import type { Choosable } from '../../exports/choosable-options.ts'
import type { Narrowing } from '../../exports/narrowing.ts'
import type { KeptVersion } from '../../forms/kept-definitions.ts'
import { readSiteCode } from '../../forms/site-codes.ts'
import type { FieldErrors } from '../../ui/fields/field.tsx'
import type { View } from '../../ui/view.ts'
import { askedDay } from '../asked-day.ts'

/** What an address of the answers asks for. */
export interface AskedAnswers {
  narrowing: Narrowing
  /** As it was typed, by field. */
  typed: Record<string, string>
  errors: FieldErrors
}

export const narrowingFields = ['from', 'to', 'site', 'category', 'state', 'version', 'chosen'] as const

/** Reads what the answers are to be narrowed to; what cannot be read is said beside its field. */
export function readNarrowing(
  view: View,
  versions: readonly Pick<KeptVersion, 'number'>[],
  choosable: readonly Choosable[],
  asked: (name: string) => string,
): AskedAnswers {
  const t = view.m.search.faults
  const errors: FieldErrors = {}
  const typed = Object.fromEntries(narrowingFields.map((name) => [name, asked(name).slice(0, 100)]))
  const of = (name: (typeof narrowingFields)[number]) => typed[name] ?? ''
  const [from, to] = [askedDay(of('from'), 'first'), askedDay(of('to'), 'last')]
  if (from === null) errors.from = t.noDay
  if (to === null) errors.to = t.noDay
  if (from && to && from > to) errors.to = t.before
  const site = of('site') ? readSiteCode(of('site')) : undefined
  if (site === null) errors.site = t.noSite
  const category = categories.find((known) => known === of('category'))
  const state = states.find((known) => known === of('state'))
  const version = versions.find(({ number }) => String(number) === of('version'))?.number
  const chosen = chosenBy(choosable, of('chosen'))
  const narrowing: Narrowing = {
    ...(from && { from }),
    ...(to && { to }),
    ...(site && { site }),
    ...(category && { category }),
    ...(state && { state }),
    ...(version !== undefined && { version }),
    ...(chosen && { chosen }),
  }
  return { narrowing, typed, errors }
}

/** The same as the query of an address. */
export function narrowingQuery({
  chosen,
  ...others
}: Narrowing): Record<string, string | number | undefined> {
  return { ...others, chosen: chosen && chosenValue(chosen) }
}

/** A question and what was chosen, in one value of a form; neither has a dot in its name. */
export function chosenValue({ question, value }: NonNullable<Narrowing['chosen']>): string {
  return `${question}.${value}`
}

function chosenBy(choosable: readonly Choosable[], typed: string): Narrowing['chosen'] {
  const [question = '', value = ''] = typed.split('.')
  const known = choosable.find(({ name }) => name === question)?.options.some((it) => it.value === value)
  return known ? { question, value } : undefined
}
