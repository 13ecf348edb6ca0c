import * as v from 'valibot'
import { rule } from '../faults.ts'
import { isObject } from '../json.ts'

/** What holds or does not, as a small tree; no string in it is ever run. */
export type Condition =
  | { and: Condition[] }
  | { or: Condition[] }
  | { not: Condition }
  | { eq: [Term, Term] }
  | { ne: [Term, Term] }
  | { lt: [Term, Term] }
  | { le: [Term, Term] }
  | { gt: [Term, Term] }
  | { ge: [Term, Term] }
  /** A choice of several has this option among what was chosen. */
  | { has: [question: string, option: string] }
  | { answered: string }
  /** Another condition. */
  | { ref: string }

/** A number, a text or a truth: written down, answered, or computed. */
export type Term =
  | number
  | string
  | boolean
  /** The answer to a question, or a value. */
  | { ref: string }
  /** Whole years from an answered day to today. */
  | { age: string }
  | { add: Term[] }
  | { sub: [Term, Term] }
  | { mul: Term[] }
  | { div: [Term, Term] }
  | { min: Term[] }
  | { max: Term[] }
  | { if: [Condition, Term, Term] }

/** Higher or larger ones nobody can read any more. */
const highest = 6
const largest = 60

type Part = 'condition' | 'term' | 'name' | 'option'
/** What stands under each word: so many parts of these, or any number of one. */
export type Shape = Part[] | { each: Part } | { one: Part }

const comparing: Shape = ['term', 'term']
const some = (each: Part): Shape => ({ each })

const conditions: Record<string, Shape> = {
  and: some('condition'),
  or: some('condition'),
  not: { one: 'condition' },
  ...{ eq: comparing, ne: comparing, lt: comparing, le: comparing, gt: comparing, ge: comparing },
  has: ['name', 'option'],
  answered: { one: 'name' },
  ref: { one: 'name' },
}

const terms: Record<string, Shape> = {
  ref: { one: 'name' },
  age: { one: 'name' },
  ...{ add: some('term'), mul: some('term'), min: some('term'), max: some('term') },
  ...{ sub: comparing, div: comparing },
  if: ['condition', 'term', 'term'],
}

/** The words of each kind of tree. */
export const treeWords = { condition: conditions, term: terms }

const tree = <Tree>(part: Part) =>
  v.pipe(
    v.custom<Tree>((it) => isPart(it, part, highest), rule('logic_not_read')),
    v.check((it) => sizeOf(it) <= largest, rule('logic_too_large')),
  )

export const condition = tree<Condition>('condition')
export const term = tree<Term>('term')

function isPart(it: unknown, part: Part, height: number): boolean {
  if (part === 'name' || part === 'option') return typeof it === 'string'
  if (!isObject(it))
    return part === 'term' && (typeof it === 'string' || typeof it === 'boolean' || Number.isFinite(it))
  const [key, another] = Object.keys(it)
  const words = part === 'condition' ? conditions : terms
  if (key === undefined || another !== undefined || !Object.hasOwn(words, key) || height === 0) return false
  return holdsShape(it[key], words[key], height - 1)
}

function holdsShape(it: unknown, shape: Shape | undefined, height: number): boolean {
  if (shape === undefined) return false
  if (!Array.isArray(shape)) {
    if ('one' in shape) return isPart(it, shape.one, height)
    return Array.isArray(it) && it.length > 0 && it.every((one) => isPart(one, shape.each, height))
  }
  return (
    Array.isArray(it) &&
    it.length === shape.length &&
    shape.every((part, index) => isPart(it[index], part, height))
  )
}

/** How many words and leaves a tree has. */
function sizeOf(it: unknown): number {
  if (Array.isArray(it)) return it.reduce((sum, one) => sum + sizeOf(one), 0)
  if (!isObject(it)) return 1
  return 1 + Object.values(it).reduce((sum: number, one) => sum + sizeOf(one), 0)
}
