import { asList, isObject } from '../json.ts'
import type { Leaf } from './leaves.ts'
import type { Going, Place } from './replacing.ts'
import { conditionsOf, lookedAt, questionsToLookAt } from './sentences.ts'
import type { Working, WorkingField } from './working.ts'

/** What may take a place: of the same kind as what goes, and not going itself. */
export function candidatesFor(working: Working, going: Going, { leaf, in: where }: Place): Leaf[] {
  if (leaf.of === 'condition') {
    const others = Object.keys(conditionsOf(working)).filter((id) => id !== leaf.name)
    return others.map((name) => ({ of: 'condition', name }))
  }
  const gone = lookedAt(working, leaf.name)
  const still = questionsToLookAt(working).filter(({ name }) => !goes(working, going, name))
  if (where === 'danger') return offered(gone, leaf)
  if (leaf.of === 'option' && gone && isOffering(gone)) {
    const alike = still.filter(({ type }) => type === gone.type).toSorted(nearest(leaf.name))
    return alike.flatMap((field) => offered(field, leaf))
  }
  const alike = still.filter(({ name, type }) => name !== leaf.name && gone && isAlike(type, gone.type))
  return alike.map(({ name }) => ({ of: 'answer', name }))
}

/** Its own question first. */
const nearest = (name: string) => (one: WorkingField, other: WorkingField) =>
  Number(other.name === name) - Number(one.name === name)

const isOffering = ({ options }: WorkingField) => Array.isArray(options)

function offered(field: WorkingField | undefined, leaf: Leaf): Leaf[] {
  if (!field) return []
  const options = asList(field.options).filter(isObject)
  return options
    .filter(({ retired, value }) => retired !== true && !(leaf.of === 'option' && value === leaf.option))
    .map(({ value }) => ({ of: 'option', name: field.name, option: String(value) }))
}

const isAlike = (one: string, other: string) => one === other || (counts(one) && counts(other))
const counts = (type: string) => type === 'number' || type === 'scale' || type === 'money'

function goes({ pages }: Working, { what, id }: Going, name: string): boolean {
  if (what === 'page')
    return pages.some((page) => page.id === id && page.fields.some((it) => it.name === name))
  return what !== 'options' && name === id
}
