import { asList, isObject } from '../json.ts'
import type { Term } from '../logic/expressions.ts'
import { questionsToLookAt } from './sentences.ts'
import type { Working, WorkingField } from './working.ts'

/** How parts make one number; `same` is one part as it is. */
export const ways = ['same', 'add', 'sub', 'mul', 'div', 'min', 'max'] as const
export type Way = (typeof ways)[number]

/** A number that is written down, an answer or another value, or the age that somebody has by a day that he answered. */
export type Part = number | { ref: string } | { age: string }

/** One sentence: how a value is worked out; with a condition, what it is where that does not hold. */
export interface Reckoning {
  way: Way
  parts: Part[]
  unless: { condition: string; instead: Part } | null
}

/** More of them nobody can keep in mind. */
export const mostParts = 8

/** So many parts a way takes; a difference and a quotient have two. */
export function partsOf(way: Way): { least: number; most: number } {
  if (way === 'same') return { least: 1, most: 1 }
  return way === 'sub' || way === 'div' ? { least: 2, most: 2 } : { least: 2, most: mostParts }
}

/** Whether a number beside the others is of what they are: money beside money, and no factor. */
export const isOfKind = (way: Way) => way !== 'mul' && way !== 'div'

/** A value as a sentence; null where it says more than one can. */
export function reckoningOf(of: unknown): Reckoning | null {
  if (isObject(of) && Array.isArray(of.if)) {
    const [condition, then, otherwise] = of.if
    const [said, other] = [plainOf(then), partOf(otherwise)]
    if (!said || other === null || !isObject(condition) || typeof condition.ref !== 'string') return null
    return { ...said, unless: { condition: condition.ref, instead: other } }
  }
  return plainOf(of)
}

function plainOf(of: unknown): Reckoning | null {
  const alone = partOf(of)
  if (alone !== null) return { way: 'same', parts: [alone], unless: null }
  const way = ways.find((one) => isObject(of) && Array.isArray(of[one]))
  if (!way || !isObject(of)) return null
  const parts = asList(of[way]).map(partOf)
  return parts.every((one) => one !== null) && parts.length <= mostParts ? { way, parts, unless: null } : null
}

function partOf(it: unknown): Part | null {
  if (typeof it === 'number') return it
  if (isObject(it) && typeof it.ref === 'string') return { ref: it.ref }
  return isObject(it) && typeof it.age === 'string' ? { age: it.age } : null
}

/** The tree that a sentence makes. */
export function termFrom({ way, parts, unless }: Reckoning): Term {
  const of = plainFrom(way, parts)
  return unless ? { if: [{ ref: unless.condition }, of, unless.instead] } : of
}

function plainFrom(way: Way, parts: Part[]): Term {
  const [first = 0, second = 0] = parts
  switch (way) {
    case 'same':
      return first
    case 'sub':
      return { sub: [first, second] }
    case 'div':
      return { div: [first, second] }
    case 'add':
      return { add: parts }
    case 'mul':
      return { mul: parts }
    case 'min':
      return { min: parts }
    case 'max':
      return { max: parts }
  }
}

/** What can be counted: numbers that are answered or worked out, but for the value itself; and days by which somebody has an age. */
export function countable(working: Working, id: string): { numbers: WorkingField[]; days: WorkingField[] } {
  const all = questionsToLookAt(working).filter(({ name }) => name !== id)
  return {
    numbers: all.filter(({ type }) => type === 'number' || type === 'money' || type === 'scale'),
    days: all.filter(({ type }) => type === 'date'),
  }
}
