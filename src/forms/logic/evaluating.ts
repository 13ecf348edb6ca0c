import type { Answer, Answers } from '../answers.ts'
import { type Definition, fieldNamed } from '../definition.ts'
import { isQuestion } from '../fields.ts'
import { kindOf } from '../kinds/all.ts'
import type { Condition, Term } from './expressions.ts'

/** What is known when a condition is looked at. */
export interface Facts {
  definition: Definition
  answers: Answers
  /** `YYYY-MM-DD`. */
  today: string
}

type Known = number | string | boolean

/** Works out the conditions and values of a form from what was answered so far. */
export interface Logic {
  /** Whether a condition holds; true of one that this version of the service cannot read: rather asked than left out. */
  holds(id: string): boolean
  /** Of a condition that has no name, as a check has. */
  isTrue(condition: Condition): boolean
  /** A value; undefined where an answer that it needs is missing, or it is divided by nothing. */
  value(id: string): number | undefined
}

/** Each is worked out once, however many lean on it; of two that lean on each other neither is known. */
export function logicOf(facts: Facts): Logic {
  const { definition, answers, today } = facts
  const conditions = new Map<string, boolean | undefined>()
  const values = new Map<string, Known | undefined>()

  function once<T>(kept: Map<string, T | undefined>, id: string, workOut: () => T | undefined) {
    if (!kept.has(id)) {
      kept.set(id, undefined)
      kept.set(id, workOut())
    }
    return kept.get(id)
  }

  function holds(id: string): boolean {
    const condition = definition.conditions[id]?.when
    return !condition || (once(conditions, id, () => isTrue(condition)) ?? false)
  }

  function knownAs(id: string): Known | undefined {
    const value = definition.values[id]
    if (!value) return knownOf(definition, id, answers[id])
    return once(values, id, () => rounded(termOf(value.of), value.kind))
  }

  function isTrue(it: Condition): boolean {
    if ('and' in it) return it.and.every(isTrue)
    if ('or' in it) return it.or.some(isTrue)
    if ('not' in it) return !isTrue(it.not)
    if ('has' in it) return chosenIn(definition, it.has[0], answers).includes(it.has[1])
    if ('answered' in it) return answers[it.answered] !== undefined
    if ('ref' in it) return holds(it.ref)
    return compares(it)
  }

  /** What is not known is neither equal to anything nor unequal, less or more. */
  function compares(
    it: Extract<
      Condition,
      | { eq: unknown }
      | { ne: unknown }
      | { lt: unknown }
      | { le: unknown }
      | { gt: unknown }
      | { ge: unknown }
    >,
  ): boolean {
    const both = (terms: [Term, Term], hold: (one: Known, other: Known) => boolean) => {
      const [one, other] = terms.map(termOf)
      return one !== undefined && other !== undefined && typeof one === typeof other && hold(one, other)
    }
    if ('eq' in it) return both(it.eq, (one, other) => one === other)
    if ('ne' in it) return both(it.ne, (one, other) => one !== other)
    if ('lt' in it) return both(it.lt, (one, other) => one < other)
    if ('le' in it) return both(it.le, (one, other) => one <= other)
    if ('gt' in it) return both(it.gt, (one, other) => one > other)
    return both(it.ge, (one, other) => one >= other)
  }

  function termOf(it: Term): Known | undefined {
    if (typeof it !== 'object') return it
    if ('ref' in it) return knownAs(it.ref)
    if ('age' in it) return ageOn(answers[it.age], today)
    if ('if' in it) return termOf(isTrue(it.if[0]) ? it.if[1] : it.if[2])
    if ('add' in it) return reckon(it.add, (one, other) => one + other)
    if ('mul' in it) return reckon(it.mul, (one, other) => one * other)
    if ('sub' in it) return reckon(it.sub, (one, other) => one - other)
    if ('div' in it) return reckon(it.div, (one, other) => one / other)
    if ('min' in it) return reckon(it.min, Math.min)
    return reckon(it.max, Math.max)
  }

  function reckon(terms: Term[], by: (one: number, other: number) => number): number | undefined {
    const numbers = terms.map(termOf)
    if (!numbers.every((it) => typeof it === 'number')) return undefined
    const result = numbers.reduce((one, other) => by(one, other))
    return Number.isFinite(result) ? result : undefined
  }

  return {
    holds,
    isTrue,
    value: (id) => {
      const it = definition.values[id] ? knownAs(id) : undefined
      return typeof it === 'number' ? it : undefined
    },
  }
}

/** Money in whole fen; another number to six places, so that halves and thirds come out as people write them. */
function rounded(it: Known | undefined, kind: 'number' | 'money'): Known | undefined {
  if (typeof it !== 'number') return undefined
  const places = kind === 'money' ? 1 : 1e6
  // What has no places any more is too large to be multiplied.
  return Number.isFinite(it * places) ? Math.round(it * places) / places : it
}

/** An answer as it is compared: the option of a choice, a number, a day, a truth. */
function knownOf(definition: Definition, name: string, answer: Answer | undefined): Known | undefined {
  if (answer === undefined) return undefined
  if (typeof answer !== 'object') return answer
  const [chosen, another] = chosenIn(definition, name, { [name]: answer })
  return another === undefined ? chosen : undefined
}

function chosenIn(definition: Definition, name: string, answers: Answers): string[] {
  const field = fieldNamed(definition, name)
  const answer = answers[name]
  if (!field || !isQuestion(field) || answer === undefined) return []
  const kind = kindOf(field)
  // By this name another version may have asked for something else.
  if ((kind.compared === 'several') !== Array.isArray(answer)) return []
  return kind.chosen?.(answer) ?? []
}

function ageOn(born: unknown, today: string): number | undefined {
  if (typeof born !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(born)) return undefined
  const years = Number(today.slice(0, 4)) - Number(born.slice(0, 4))
  return today.slice(5) < born.slice(5) ? years - 1 : years
}
