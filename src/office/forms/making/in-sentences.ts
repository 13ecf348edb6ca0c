import { conditionsOf, lookedAt, type Relation, relations } from '../../../forms/building/sentences.ts'
import { bilingualFrom, type Working, type WorkingField } from '../../../forms/building/working.ts'
import { asList, isObject } from '../../../forms/json.ts'
import type { View } from '../../../ui/view.ts'
import { inWords } from './in-words.ts'

/** The form whose logic is said, and who reads it. */
interface Said {
  view: View
  working: Working
}

/** A condition as a person says it, however much it says; empty where it is none. */
export function conditionIn(it: Said, when: unknown): string {
  const t = it.view.m.builder.logic
  if (!isObject(when)) return ''
  for (const joint of ['and', 'or'] as const)
    if (Array.isArray(when[joint]))
      return asList(when[joint])
        .map((one) => (isJoined(one) ? t.apart(conditionIn(it, one)) : conditionIn(it, one)))
        .join(` ${t.joins[joint]} `)
  if (isObject(when.not)) return oppositeIn(it, when.not)
  if (typeof when.ref === 'string') return t.holds(nameOfCondition(it, when.ref))
  if (typeof when.answered === 'string') return comparedIn(it, { ref: when.answered }, 'answered')
  const relation = relations.find((one) => Array.isArray(when[one]))
  if (!relation) return ''
  const [left, right] = asList(when[relation])
  return comparedIn(it, typeof left === 'string' ? { ref: left } : left, relation, right)
}

const isJoined = (it: unknown) => isObject(it) && ('and' in it || 'or' in it)

function oppositeIn(it: Said, not: object): string {
  const { answered, has } = not as { answered?: unknown; has?: unknown }
  if (typeof answered === 'string') return comparedIn(it, { ref: answered }, 'unanswered')
  if (Array.isArray(has)) return comparedIn(it, { ref: has[0] }, 'has_not', has[1])
  return it.view.m.builder.logic.not(conditionIn(it, not))
}

function comparedIn(it: Said, left: unknown, relation: Relation, right?: unknown): string {
  const t = it.view.m.builder.logic
  const field = isObject(left) && typeof left.ref === 'string' ? lookedAt(it.working, left.ref) : undefined
  const value = isObject(right) || !field ? termIn(it, right) : valueIn(it.view, field, right)
  return t.sentence(termIn(it, left), relationIn(it.view, field, relation), right === undefined ? '' : value)
}

/** How an answer stands to another one: a day is not less, but earlier. */
export function relationIn(view: View, field: WorkingField | undefined, relation: Relation): string {
  const { relations: usual, days } = view.m.builder.logic
  return (field?.type === 'date' && (days as Partial<typeof usual>)[relation]) || usual[relation]
}

/** What a condition is called. */
function nameOfCondition({ view, working }: Said, id: string): string {
  return inWords(view, bilingualFrom(conditionsOf(working)[id]?.name), id)
}

/** A number as a person says how it is worked out; one that is written down is money where it is to be. */
export function termIn(it: Said, of: unknown, isMoney = false): string {
  const { view } = it
  const t = view.m.reckoning
  if (typeof of === 'number') return String(isMoney ? of / 100 : of)
  if (!isObject(of)) return String(of ?? '')
  if (typeof of.ref === 'string') return t.named(labelOf(it, of.ref))
  if (typeof of.age === 'string') return t.age(labelOf(it, of.age))
  if (Array.isArray(of.if)) {
    const [condition, then, otherwise] = of.if
    return t.if(conditionIn(it, condition), termIn(it, then, isMoney), termIn(it, otherwise, isMoney))
  }
  for (const way of ['add', 'sub', 'mul', 'div', 'min', 'max'] as const)
    if (Array.isArray(of[way])) {
      const isSame = isMoney && way !== 'mul' && way !== 'div'
      const parts = asList(of[way]).map((one) =>
        isObject(one) && !('ref' in one) && !('age' in one)
          ? t.apart(termIn(it, one, isSame))
          : termIn(it, one, isSame),
      )
      return way === 'min' || way === 'max'
        ? t.of[way](parts.join(t.listed))
        : parts.join(` ${t.signs[way]} `)
    }
  return ''
}

function labelOf({ view, working }: Said, name: string): string {
  const field = lookedAt(working, name)
  return field ? inWords(view, field.label, name) : name
}

/** What an answer is compared with, as it stands on the page. */
export function valueIn(view: View, field: WorkingField, value: unknown): string {
  if (value === null || isObject(value)) return ''
  if (typeof value === 'boolean') return value ? view.m.common.yes : view.m.common.no
  if (field.type === 'money' && typeof value === 'number') return String(value / 100)
  const option = asList(field.options)
    .filter(isObject)
    .find((one) => one.value === value)
  const label = option && bilingualFrom(option.label)
  return label ? inWords(view, label) : String(value)
}
