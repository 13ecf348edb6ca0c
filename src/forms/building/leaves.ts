import { asList, isObject } from '../json.ts'

/** What a condition or a value looks at: an answer or a value by its name, an option of a question, another condition. */
export type Leaf =
  | { of: 'answer'; name: string }
  | { of: 'option'; name: string; option: string }
  | { of: 'condition'; name: string }

/** What takes the place of a leaf; null where it goes, and what says nothing without it. */
export type Replace = (leaf: Leaf) => Leaf | null

/** A condition with its leaves replaced; null where nothing of it is left. */
export function conditionWith(it: unknown, replace: Replace): unknown {
  if (!isObject(it)) return it
  const [[word = '', below] = []] = Object.entries(it)
  switch (word) {
    case 'and':
    case 'or': {
      const left = asList(below).flatMap((one) => conditionWith(one, replace) ?? [])
      return left.length > 1 ? { [word]: left } : (left[0] ?? null)
    }
    case 'not': {
      const inner = conditionWith(below, replace)
      return inner === null ? null : { not: inner }
    }
    case 'ref':
      return named(replace({ of: 'condition', name: String(below) }), 'ref')
    case 'answered':
      return named(replace({ of: 'answer', name: String(below) }), 'answered')
    case 'has': {
      const [name, option] = asList(below).map(String)
      const leaf = replace({ of: 'option', name: name ?? '', option: option ?? '' })
      return leaf?.of === 'option' ? { has: [leaf.name, leaf.option] } : null
    }
    default:
      return comparedWith(word, asList(below), replace)
  }
}

/** An answer beside a text is an option, or a day that is replaced with its question alone. */
function comparedWith(word: string, [left, right]: unknown[], replace: Replace): unknown {
  if (isObject(left) && typeof left.ref === 'string' && typeof right === 'string') {
    const leaf = replace({ of: 'option', name: left.ref, option: right })
    if (!leaf || leaf.of === 'condition') return null
    return { [word]: [{ ref: leaf.name }, leaf.of === 'option' ? leaf.option : right] }
  }
  const both = [termWith(left, replace), termWith(right, replace)]
  return both.includes(null) ? null : { [word]: both }
}

/** A value with its leaves replaced: what goes counts for nothing. Null where it was that alone. */
export function termWith(it: unknown, replace: Replace): unknown {
  if (!isObject(it)) return it
  const [[word = '', below] = []] = Object.entries(it)
  if (word === 'ref' || word === 'age') return named(replace({ of: 'answer', name: String(below) }), word)
  if (word === 'if') {
    const [condition, then, otherwise] = asList(below)
    const holds = conditionWith(condition, replace)
    const [one, other] = [then, otherwise].map((term) => termWith(term, replace) ?? 0)
    return holds === null ? one : { if: [holds, one, other] }
  }
  const parts = asList(below).map((one) => termWith(one, replace))
  if (word === 'min' || word === 'max') {
    const left = parts.filter((one) => one !== null)
    return left.length > 0 ? { [word]: left } : null
  }
  const neutral = word === 'mul' || word === 'div' ? 1 : 0
  return { [word]: parts.map((one) => one ?? neutral) }
}

const named = (leaf: Leaf | null, word: string) => (leaf === null ? null : { [word]: leaf.name })
