import type { Json } from '../json.ts'
import type { Condition } from '../logic/expressions.ts'
import { conditionFrom, type Names, sides } from './expressions-in.ts'
import { readXPath, type XPath } from './xpath.ts'

/** What an answer has to be: settings of its kind, and what is left of it as a check. */
export interface ConstraintIn {
  settings: Json
  check: Condition | null
  /** Some of it cannot be read. */
  isLost: boolean
}

/** So large is what has no bound there. */
const unbound = 1_000_000_000

/**
 * `type` is the kind of the question, which is the dot among the names; of a `range`, whose bounds are known, all is a
 * check.
 */
export function constraintIn(text: string | undefined, type: unknown, names: Names): ConstraintIn {
  const usual = type === 'number' ? { min: -unbound, max: unbound } : {}
  if (!text) return { settings: usual, check: null, isLost: false }
  const read = readXPath(text)
  if (!read) return { settings: usual, check: null, isLost: true }
  const settings: Json = { ...usual }
  const left: XPath[] = []
  for (const part of sides(read, 'and')) {
    const bound = boundIn(part, type)
    if (!bound || Object.keys(bound).some((key) => settings[key] !== usual[key as 'min'])) left.push(part)
    else Object.assign(settings, bound)
  }
  const whole = left.reduce<XPath | null>(
    (all, part) => (all ? { is: 'binary', operator: 'and', left: all, right: part } : part),
    null,
  )
  const check = whole && conditionFrom(whole, names)
  return { settings, check, isLost: whole !== null && check === null }
}

/** What a part of it sets; null where it is a check. */
function boundIn(it: XPath, type: unknown): Json | null {
  if (it.is !== 'binary') return null
  const { operator, left, right } = it
  const isSelf = left.is === 'name' && left.name === '.'
  // No day is taken that has not come.
  if ((type === 'date' || type === 'month') && isSelf && operator === '<=')
    return right.is === 'call' && right.name === 'today' ? {} : null
  if (right.is !== 'number') return null
  if (type === 'number' && isSelf) return within(operator, right.value, 'min', 'max')
  if (left.is !== 'call' || left.args[0]?.is !== 'name' || left.args[0].name !== '.') return null
  const isText = type === 'text' || type === 'long_text'
  if (isText && left.name === 'string-length' && operator === '<=' && isCount(right.value, 5000))
    return { maxLength: right.value }
  if (type === 'choices' && left.name === 'count-selected' && isCount(right.value, 30))
    return operator === '='
      ? { least: right.value, most: right.value }
      : within(operator, right.value, 'least', 'most')
  return null
}

function within(operator: string, value: number, least: string, most: string): Json | null {
  if (operator === '>=') return { [least]: value }
  return operator === '<=' ? { [most]: value } : null
}

const isCount = (value: number, most: number) => Number.isInteger(value) && value >= 1 && value <= most
