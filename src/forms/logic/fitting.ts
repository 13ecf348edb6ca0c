import { type Definition, fieldsOf } from '../definition.ts'
import type { RuleFault } from '../faults.ts'
import type { Question } from '../fields.ts'
import { kindOf } from '../kinds/all.ts'
import type { Condition, Term } from './expressions.ts'

/** What logic may look at where it stands. */
export interface Sight {
  definition: Definition
  /** The questions asked until there, by name. */
  asked: ReadonlyMap<string, Question>
  /** The names that were found to fit from here: however many lean on one, it is looked at once. */
  fits: Set<string>
}

/** What a term is. A text that is written down may be an option or a day; of a choice it is said what it offers. */
type Type = 'number' | 'truth' | 'day' | 'words' | { offers: string[] } | 'several' | 'nothing'

type Names = readonly string[]

/** What of a condition does not fit what it looks at; the first of it. `within` are the names that lead to it. */
export function conditionFault(sight: Sight, it: Condition, within: Names = []): RuleFault | undefined {
  const condition = (one: Condition) => conditionFault(sight, one, within)
  if ('and' in it) return first(it.and, condition)
  if ('or' in it) return first(it.or, condition)
  if ('not' in it) return condition(it.not)
  if ('ref' in it) return namedFault(sight, it.ref, within)
  if ('answered' in it) return questionFault(sight, it.answered)
  if ('has' in it) {
    const [name, option] = it.has
    const question = sight.asked.get(name)
    if (!question) return questionFault(sight, name)
    const fits = kindOf(question).compared === 'several' && offersOf(question).includes(option)
    return fits ? undefined : 'logic_does_not_fit'
  }
  const [[order, terms]] = Object.entries(it) as [[string, [Term, Term]]]
  return first(terms, (one) => termFault(sight, one, within)) ?? comparedFault(sight, order, terms)
}

/** The same of the condition of a name. */
export function namedFault(sight: Sight, id: string, within: Names = []): RuleFault | undefined {
  const named = sight.definition.conditions[id]
  if (!named) return 'logic_names_nothing'
  if (within.includes(id)) return 'logic_in_circles'
  return once(sight, `condition ${id}`, () => conditionFault(sight, named.when, [...within, id]))
}

/** The same of a value. */
export function valueFault(sight: Sight, id: string, within: Names = []): RuleFault | undefined {
  const value = sight.definition.values[id]
  if (!value) return 'logic_names_nothing'
  if (within.includes(id)) return 'logic_in_circles'
  return once(
    sight,
    `value ${id}`,
    () => termFault(sight, value.of, [...within, id]) ?? unless(typeOf(sight, value.of) === 'number'),
  )
}

function once({ fits }: Sight, what: string, faultOf: () => RuleFault | undefined): RuleFault | undefined {
  if (fits.has(what)) return undefined
  const fault = faultOf()
  if (!fault) fits.add(what)
  return fault
}

function termFault(sight: Sight, it: Term, within: Names): RuleFault | undefined {
  const term = (one: Term) => termFault(sight, one, within)
  if (typeof it !== 'object') return undefined
  if ('ref' in it)
    return it.ref in sight.definition.values
      ? valueFault(sight, it.ref, within)
      : questionFault(sight, it.ref)
  if ('age' in it) return questionFault(sight, it.age) ?? unless(typeOf(sight, { ref: it.age }) === 'day')
  if ('if' in it) {
    const [when, one, other] = it.if
    const alike = isAlike(typeOf(sight, one), typeOf(sight, other))
    return conditionFault(sight, when, within) ?? term(one) ?? term(other) ?? unless(alike)
  }
  const [terms = []] = Object.values(it) as Term[][]
  return first(terms, term) ?? unless(terms.every((one) => typeOf(sight, one) === 'number'))
}

/** What is asked later, or of each of several, cannot be known here. */
function questionFault({ definition, asked }: Sight, name: string): RuleFault | undefined {
  if (asked.has(name)) return undefined
  return fieldsOf(definition).some((field) => field.name === name)
    ? 'logic_looks_ahead'
    : 'logic_names_nothing'
}

function comparedFault(sight: Sight, order: string, terms: [Term, Term]): RuleFault | undefined {
  const [one, other] = [typeOf(sight, terms[0]), typeOf(sight, terms[1])]
  const isOrdered = one === 'number' || one === 'day' || other === 'day'
  const mayBe = order === 'eq' || order === 'ne' || isOrdered
  return unless(mayBe && isAlike(one, other) && isWellWritten(terms, one, other))
}

/** Terms of one type; two texts that are both written down say nothing. */
function isAlike(one: Type, other: Type): boolean {
  if (one === 'several' || other === 'several' || one === 'nothing' || other === 'nothing') return false
  if (typeof one === 'object' || typeof other === 'object')
    return [one, other].every((it) => typeof it === 'object' || it === 'words')
  return one === other || [one, other].every((it) => it === 'day' || it === 'words')
}

/** A text beside a choice is one of its options, and beside a day a day. */
function isWellWritten(terms: [Term, Term], ...types: [Type, Type]): boolean {
  return terms.every((it, index) => {
    const beside = types[1 - index]
    if (typeof it !== 'string') return true
    if (typeof beside === 'object') return beside.offers.includes(it)
    return beside === 'day' && /^\d{4}-\d\d(-\d\d)?$/.test(it)
  })
}

function typeOf(sight: Sight, it: Term): Type {
  if (typeof it === 'number') return 'number'
  if (typeof it === 'boolean') return 'truth'
  if (typeof it === 'string') return 'words'
  if ('if' in it) return typeOf(sight, it.if[1])
  if (!('ref' in it) || it.ref in sight.definition.values) return 'number'
  const question = sight.asked.get(it.ref)
  const compared = question && kindOf(question).compared
  if (compared === 'option' && question) return { offers: offersOf(question) }
  return compared === undefined || compared === 'option' ? 'nothing' : compared
}

/** What a question offers, what is retired with it. */
export function offersOf(question: Question): string[] {
  const options = 'options' in question ? question.options.map(({ value }) => value) : []
  return 'other' in question && question.other ? [...options, 'other'] : options
}

/** The first fault among all. */
export function first<One>(all: readonly One[], faultOf: (one: One) => RuleFault | undefined) {
  for (const one of all) {
    const fault = faultOf(one)
    if (fault) return fault
  }
  return undefined
}

const unless = (fits: boolean): RuleFault | undefined => (fits ? undefined : 'logic_does_not_fit')
