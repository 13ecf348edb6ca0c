import { type Definition, fieldNamed } from '../definition.ts'
import { isQuestion } from '../fields.ts'
import { kindOf } from '../kinds/all.ts'
import type { Condition, Term } from '../logic/expressions.ts'
import { ageOut } from './age.ts'
import { rowName, truthWord } from './names-out.ts'

/** Where an expression stands. */
interface Place {
  definition: Definition
  /** The question that it is about; it is written as a dot. */
  self?: string | undefined
  /** The conditions that lead there. */
  within?: readonly string[]
}

/** A condition as XPath; undefined where it cannot be said there. */
export function conditionOut(it: Condition, place: Place): string | undefined {
  return said(() => printed(it, place))
}

/** The same of what is worked out. */
export function termOut(it: Term, place: Place): string | undefined {
  return said(() => printedTerm(it, place))
}

/** Longer than this one nobody reads it, nor does its reader. */
const longest = 4000

class Unsayable extends Error {}

function said(print: () => string): string | undefined {
  try {
    const text = print()
    return text.length <= longest ? text : undefined
  } catch (error) {
    if (error instanceof Unsayable) return undefined
    throw error
  }
}

function printed(it: Condition, place: Place): string {
  if ('and' in it) return joined(flat(it.and, 'and'), ' and ', place)
  if ('or' in it) return joined(flat(it.or, 'or'), ' or ', place)
  if ('not' in it) return opposite(it.not, place)
  if ('answered' in it) return answered(it.answered, '!=', ' or ', place)
  if ('has' in it) return `selected(${named(it.has[0], place)}, ${quoted(it.has[1])})`
  if ('ref' in it) {
    const { definition, within = [] } = place
    const when = definition.conditions[it.ref]?.when
    if (!when || within.includes(it.ref)) throw new Unsayable(it.ref)
    return printed(when, { ...place, within: [...within, it.ref] })
  }
  if ('eq' in it) return compared(it.eq, '=', place)
  if ('lt' in it) return compared(it.lt, '<', place)
  if ('le' in it) return compared(it.le, '<=', place)
  if ('gt' in it) return compared(it.gt, '>', place)
  if ('ge' in it) return compared(it.ge, '>=', place)
  // What is not answered is not unequal here; there it is.
  const given = it.ne.filter((one) => typeof one === 'object' && 'ref' in one)
  const are = given.map((one) => `${printedTerm(one, place)} != ''`)
  return `(${[compared(it.ne, '!=', place), ...are].join(' and ')})`
}

function opposite(it: Condition, place: Place): string {
  if ('answered' in it) return answered(it.answered, '=', ' and ', place)
  if ('eq' in it) return compared(it.eq, '!=', place)
  const [only, another] = 'and' in it ? eachOnce(it.and, place) : 'or' in it ? eachOnce(it.or, place) : []
  if (only && !another) return opposite(only, place)
  return `not(${printed(it, place)})`
}

/** Those of which all hold, or one: what is joined in the same way is one of them. */
function flat(all: Condition[], by: 'and' | 'or'): Condition[] {
  return all.flatMap((one) => {
    if (by === 'and') return 'and' in one ? flat(one.and, by) : [one]
    return 'or' in one ? flat(one.or, by) : [one]
  })
}

/** What is said twice is said once. */
function eachOnce(all: Condition[], place: Place): Condition[] {
  return [...new Map(all.map((one) => [printed(one, place), one])).values()]
}

function joined(all: Condition[], by: string, place: Place): string {
  const parts = eachOnce(all, place).map((one) => printed(one, place))
  if (parts.length === 1) return parts.join('')
  return parts.map((part) => (/ and | or /.test(part) && !isBracketed(part) ? `(${part})` : part)).join(by)
}

/** Whether one pair of brackets holds all of it. */
function isBracketed(part: string): boolean {
  if (!part.startsWith('(')) return false
  let depth = 0
  for (const [at, sign] of [...part].entries()) {
    if (sign === '(') depth++
    if (sign === ')' && --depth === 0) return at === part.length - 1
  }
  return false
}

function answered(name: string, sign: string, by: string, place: Place): string {
  const field = fieldNamed(place.definition, name)
  if (field?.type !== 'matrix') return `${named(name, place)} ${sign} ''`
  const rows = field.rows.map(({ value }) => `\${${rowName(name, value)}} ${sign} ''`)
  return rows.length === 1 ? rows.join('') : `(${rows.join(by)})`
}

function compared([one, other]: [Term, Term], sign: string, place: Place): string {
  const left = printedTerm(one, place, other)
  return `${left} ${sign} ${printedTerm(other, place, one)}`
}

function printedTerm(it: Term, place: Place, beside?: Term): string {
  if (typeof it === 'number') return String(it)
  if (typeof it === 'boolean') return quoted(truthWord(refIn(place, beside), it))
  if (typeof it === 'string') return isDay(place, beside) ? `date(${quoted(whole(it))})` : quoted(it)
  if ('ref' in it) {
    const isMoney = fieldNamed(place.definition, it.ref)?.type === 'money'
    return isMoney ? `(${named(it.ref, place)} * 100)` : named(it.ref, place)
  }
  if ('age' in it) return ageOut(named(it.age, place))
  if ('if' in it) {
    const [when, one, other] = it.if
    return `if(${printed(when, place)}, ${printedTerm(one, place, beside)}, ${printedTerm(other, place, beside)})`
  }
  if ('min' in it) return `min(${it.min.map((one) => printedTerm(one, place)).join(', ')})`
  if ('max' in it) return `max(${it.max.map((one) => printedTerm(one, place)).join(', ')})`
  if ('add' in it) return reckoned(sums(it.add, 'add'), ' + ', place)
  if ('mul' in it) return reckoned(sums(it.mul, 'mul'), ' * ', place)
  return 'sub' in it ? reckoned(it.sub, ' - ', place) : reckoned(it.div, ' div ', place)
}

function sums(all: Term[], by: 'add' | 'mul'): Term[] {
  return all.flatMap((one) => {
    if (typeof one !== 'object') return [one]
    if (by === 'add') return 'add' in one ? sums(one.add, by) : [one]
    return 'mul' in one ? sums(one.mul, by) : [one]
  })
}

function reckoned(all: Term[], by: string, place: Place): string {
  const parts = all.map((one) => printedTerm(one, place))
  return parts.length === 1 ? parts.join('') : `(${parts.join(by)})`
}

function named(name: string, { self }: Place): string {
  return name === self ? '.' : `\${${name}}`
}

function refIn({ definition }: Place, it: Term | undefined) {
  return typeof it === 'object' && 'ref' in it ? fieldNamed(definition, it.ref) : undefined
}

function isDay(place: Place, beside: Term | undefined): boolean {
  const field = refIn(place, beside)
  return field !== undefined && isQuestion(field) && kindOf(field).compared === 'day'
}

/** A month begins with its first day. */
const whole = (day: string) => (day.length === 7 ? `${day}-01` : day)

/** XPath has no sign by which a quote stands for itself. */
function quoted(text: string): string {
  if (!text.includes("'")) return `'${text}'`
  if (text.includes('"')) throw new Unsayable(text)
  return `"${text}"`
}
