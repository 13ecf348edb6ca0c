import * as v from 'valibot'
import type { Compared } from '../kinds/kind.ts'
import { type Condition, condition, type Term, term } from '../logic/expressions.ts'
import { ageIn } from './age.ts'
import { readXPath, type XPath } from './xpath.ts'

/** A question or a value, as an expression may look at it. */
export interface Known {
  /** What it is called here. */
  name: string
  /** As what it is compared; undefined where it can only be asked whether there is an answer. */
  compared: Compared | undefined
  /** What an option, or a yes, is called here by what the file calls it. */
  options: ReadonlyMap<string, string | boolean>
}

/** By the name in the file; the question itself by a dot. */
export type Names = ReadonlyMap<string, Known>

/** A condition as it is written in such a file; null where there is none like it here. */
export function conditionIn(text: string, names: Names): Condition | null {
  const read = readXPath(text)
  return read && conditionFrom(read, names)
}

export function conditionFrom(read: XPath, names: Names): Condition | null {
  const made = conditionOf(read, names)
  return made && v.is(condition, made) ? made : null
}

/** The same of what is worked out. */
export function termIn(text: string, names: Names): Term | null {
  const read = readXPath(text)
  const made = read && termOf(read, names)
  return made !== null && v.is(term, made) ? made : null
}

function conditionOf(it: XPath, names: Names): Condition | null {
  if (it.is === 'name') return answeredIn(it, names)
  if (it.is === 'call') return calledIn(it, names)
  if (it.is !== 'binary') return null
  const { operator, left, right } = it
  if (operator !== 'and' && operator !== 'or')
    return emptyIn(operator, left, right, names) ?? comparedIn(operator, left, right, names)
  const all = sides(it, operator).map((one) => conditionOf(one, names))
  return areThere(all) ? joined(operator, all) : null
}

/** Each once; of those of which all hold, what is unequal and then answered is unequal here. */
function joined(by: 'and' | 'or', all: Condition[]): Condition {
  const meant = by === 'and' ? all.flatMap((one, at) => unequalIn(all, one, at)) : all
  const parts = meant.filter((one, at) => meant.findIndex((other) => isSame(one, other)) === at)
  const [first, another] = parts
  if (first && !another) return first
  return by === 'and' ? { and: parts } : { or: parts }
}

function unequalIn(all: Condition[], one: Condition, at: number): Condition[] {
  const before = at > 0 ? all[at - 1] : undefined
  if (before && isUnequal(before, one)) return []
  const after = all[at + 1]
  return after && isUnequal(one, after) && 'not' in one && 'eq' in one.not ? [{ ne: one.not.eq }] : [one]
}

function isUnequal(one: Condition, answered: Condition): boolean {
  if (!('not' in one && 'eq' in one.not && 'answered' in answered)) return false
  const [left, right] = one.not.eq
  return isSame(left, { ref: answered.answered }) && typeof right !== 'object'
}

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

function calledIn({ name, args }: Extract<XPath, { is: 'call' }>, names: Names): Condition | null {
  const [one, other, more] = args
  if (!one) return name === 'true' ? { eq: [1, 1] } : name === 'false' ? { eq: [1, 0] } : null
  if (name === 'selected' && other && !more) return selectedIn(one, other, names)
  if (other) return null
  if (name === 'boolean') return answeredIn(one, names)
  const not = name === 'not' ? conditionOf(one, names) : null
  return not && { not }
}

function selectedIn(one: XPath, option: XPath, names: Names): Condition | null {
  const known = knownAs(one, names)
  if (known?.compared !== 'several') return comparedIn('=', one, option, names)
  const has = option.is === 'text' ? known.options.get(option.value) : undefined
  return typeof has === 'string' ? { has: [known.name, has] } : null
}

function answeredIn(it: XPath, names: Names): Condition | null {
  const known = knownAs(it, names)
  return known ? { answered: known.name } : null
}

/** Compared with nothing, or counted against it: whether there is an answer. */
function emptyIn(operator: string, left: XPath, right: XPath, names: Names): Condition | null {
  const isNothing = right.is === 'text' && right.value === ''
  const counted = left.is === 'call' && ['string-length', 'count-selected'].includes(left.name)
  const of = isNothing ? left : counted && right.is === 'number' ? left.args[0] : undefined
  const answered = of && answeredIn(of, names)
  if (!answered) return null
  const sign = right.is === 'number' ? `${operator} ${right.value}` : operator
  if (['!=', '> 0', '!= 0', '>= 1'].includes(sign)) return answered
  return ['=', '= 0', '< 1'].includes(sign) ? { not: answered } : null
}

function comparedIn(operator: string, left: XPath, right: XPath, names: Names): Condition | null {
  const one = termOf(left, names, besideOf(right, names))
  const other = termOf(right, names, besideOf(left, names))
  if (one === null || other === null) return null
  const both: [Term, Term] = [one, other]
  switch (operator) {
    case '=':
      return { eq: both }
    // There, what is not answered is unequal to everything.
    case '!=':
      return { not: { eq: both } }
    case '<':
      return { lt: both }
    case '<=':
      return { le: both }
    case '>':
      return { gt: both }
    case '>=':
      return { ge: both }
    default:
      return null
  }
}

/** The question with which something is compared, by which a text is an option, a day or a truth. */
function besideOf(it: XPath, names: Names): Known | undefined {
  return it.is === 'call' && it.name === 'if' ? undefined : knownAs(it, names)
}

function termOf(it: XPath, names: Names, beside?: Known): Term | null {
  if (it.is === 'number') return beside?.options.get(String(it.value)) ?? it.value
  if (it.is === 'text') return writtenIn(it.value, beside)
  if (it.is === 'name') {
    const known = knownAs(it, names)
    return known?.compared && known.compared !== 'several' ? { ref: known.name } : null
  }
  if (it.is === 'call') return workedOutIn(it, names, beside)
  const parts = (sides(it, it.operator) as XPath[]).map((one) => termOf(one, names))
  if (!areThere(parts)) return null
  const [one, other] = parts
  if (it.operator === '+') return { add: parts }
  if (it.operator === '*') return { mul: parts }
  if (one === undefined || other === undefined) return null
  if (it.operator === '-') return { sub: [one, other] }
  return it.operator === 'div' ? { div: [one, other] } : null
}

/** A text, as what stands beside it makes of it. */
function writtenIn(text: string, beside: Known | undefined): Term | null {
  if (beside?.compared === 'day') return /^\d{4}-\d\d(-\d\d)?$/.test(text) ? text : null
  if (beside?.compared === 'number') return text.trim() && Number.isFinite(Number(text)) ? Number(text) : null
  return beside?.options.get(text) ?? null
}

function workedOutIn(it: Extract<XPath, { is: 'call' }>, names: Names, beside?: Known): Term | null {
  const { name, args } = it
  const [one, other, third] = args
  const born = ageIn(it)
  const known = born && knownAs(born, names)
  if (known) return known.compared === 'day' ? { age: known.name } : null
  if (name === 'if' && one && other && third) {
    const when = conditionOf(one, names)
    const [then, otherwise] = [termOf(other, names, beside), termOf(third, names, beside)]
    return when && then !== null && otherwise !== null ? { if: [when, then, otherwise] } : null
  }
  if (name === 'coalesce' && one && other) {
    const [answered, of, instead] = [answeredIn(one, names), termOf(one, names), termOf(other, names)]
    return answered && of !== null && instead !== null ? { if: [answered, of, instead] } : null
  }
  if ((name === 'number' || name === 'date') && one && !other) return termOf(one, names, beside)
  const all = args.map((arg) => termOf(arg, names))
  if (!areThere(all) || all.length === 0) return null
  return name === 'min' ? { min: all } : name === 'max' ? { max: all } : null
}

function knownAs(it: XPath, names: Names): Known | undefined {
  return it.is === 'name' ? names.get(it.name) : undefined
}

/** All that one operator joins, where it does not matter in which order. */
export function sides(it: XPath, operator: string): XPath[] {
  if (it.is !== 'binary' || it.operator !== operator) return [it]
  const isJoined = ['and', 'or', '+', '*'].includes(operator)
  return isJoined ? [...sides(it.left, operator), ...sides(it.right, operator)] : [it.left, it.right]
}

function areThere<One>(all: (One | null)[]): all is One[] {
  return all.every((one) => one !== null)
}
