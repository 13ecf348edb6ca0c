import { asList, isObject, type Json } from '../json.ts'
import { withoutField, withoutPage } from './changes.ts'
import { conditionWith, type Leaf, termWith } from './leaves.ts'
import { conditionsOf, valuesOf } from './sentences.ts'
import type { Working, WorkingField } from './working.ts'

/** What is to go: a question, the questions of a page, a condition, a value, or the options that a question offers no more. */
export interface Going {
  what: 'question' | 'page' | 'condition' | 'value' | 'options'
  id: string
}

/** A place that looks at what is to go. */
export interface Place {
  key: string
  leaf: Leaf
  /** What it belongs to, and its id. */
  in: 'condition' | 'value' | 'check' | 'danger' | 'shown' | 'page' | 'required' | 'form'
  id: string
}

/** Where a form looks at what is to go, in the order in which it is read. */
export function placesOf(working: Working, going: Going): Place[] {
  const places: Place[] = []
  replacedIn(working, going, (place) => {
    places.push(place)
    return place.leaf
  })
  return places
}

/** The form without what is to go, each place with what takes it; a condition of which nothing is left goes as well. */
export function replaced(working: Working, going: Going, chosen: (key: string) => Leaf | null): Working {
  return withoutEmpty(
    withoutIt(
      replacedIn(working, going, ({ key }) => chosen(key)),
      going,
    ),
  )
}

function withoutEmpty(working: Working): Working {
  const empty = Object.entries(conditionsOf(working)).find(([, { when }]) => when === null)
  return empty ? replaced(working, { what: 'condition', id: empty[0] }, () => null) : working
}

function withoutIt(working: Working, { what, id }: Going): Working {
  switch (what) {
    case 'question':
      return withoutField(working, id)
    case 'page':
      return withoutPage(working, id)
    case 'condition':
      return { ...working, conditions: withoutKey(conditionsOf(working), id) }
    case 'value':
      return { ...working, values: withoutKey(valuesOf(working), id) }
    case 'options':
      return working
  }
}

const withoutKey = (all: Json, key: string) =>
  Object.fromEntries(Object.entries(all).filter(([one]) => one !== key))

type Choose = (place: Place) => Leaf | null

/** The form with whatever is chosen in each place that looks at what is to go. */
function replacedIn(working: Working, going: Going, choose: Choose): Working {
  const isGone = goneIn(working, going)
  const within = (kind: Place['in'], id: string) => {
    let count = 0
    return (leaf: Leaf) =>
      isGone(leaf) ? choose({ key: `${kind}.${id}.${count++}`, leaf, in: kind, id }) : leaf
  }
  const name = (kind: Place['in'], id: string, leaf: Leaf) => within(kind, id)(leaf)?.name
  const conditions = Object.entries(conditionsOf(working)).map(([id, it]) =>
    isItself(going, 'condition', id)
      ? [id, it]
      : [id, { ...it, when: conditionWith(it.when, within('condition', id)) }],
  )
  const values = Object.entries(valuesOf(working)).map(([id, it]) =>
    isItself(going, 'value', id) ? [id, it] : [id, { ...it, of: termWith(it.of, within('value', id)) ?? 0 }],
  )
  const pages = working.pages.map((page) => {
    if (isItself(going, 'page', page.id)) return page
    const { show, ...rest } = page
    const shown =
      typeof show === 'string' ? name('page', page.id, { of: 'condition', name: show }) : undefined
    const fields = page.fields.flatMap((field) =>
      isItself(going, 'question', field.name) ? [field] : fieldWith(field, { within, name, isGone }),
    )
    return { ...rest, ...(shown === undefined ? {} : { show: shown }), fields }
  })
  return {
    ...formWith(working, name),
    ...(working.conditions === undefined ? {} : { conditions: Object.fromEntries(conditions) }),
    ...(working.values === undefined ? {} : { values: Object.fromEntries(values) }),
    pages: pages as Working['pages'],
  }
}

interface Within {
  within: (kind: Place['in'], id: string) => (leaf: Leaf) => Leaf | null
  name: (kind: Place['in'], id: string, leaf: Leaf) => string | undefined
  isGone: (leaf: Leaf) => boolean
}

/** A question; none where it showed a value that goes and has no other. */
function fieldWith(field: WorkingField, { within, name }: Within): WorkingField[] {
  const { requiredWhen, checks, dangerWhen, ...rest } = field
  const value = typeof field.value === 'string' && field.type === 'computed' ? field.value : undefined
  const shown = value && name('shown', field.name, { of: 'answer', name: value })
  if (value && !shown) return []
  const required =
    typeof requiredWhen === 'string'
      ? name('required', field.name, { of: 'condition', name: requiredWhen })
      : undefined
  const danger = within('danger', field.name)
  const signs = asList(dangerWhen).flatMap((option) => {
    if (typeof option !== 'string') return [option]
    const leaf = danger({ of: 'option', name: field.name, option })
    return leaf?.of === 'option' ? [leaf.option] : []
  })
  const kept = asList(checks).flatMap((check) => {
    if (!isObject(check)) return [check]
    const holds = conditionWith(check.holds, within('check', `${field.name}.${check.id}`))
    return holds === null ? [] : [{ ...check, holds }]
  })
  return [
    {
      ...rest,
      ...(shown ? { value: shown } : {}),
      ...(required === undefined ? {} : { requiredWhen: required }),
      ...(checks === undefined ? {} : { checks: kept }),
      ...(dangerWhen === undefined ? {} : { dangerWhen: [...new Set(signs)] }),
    } as WorkingField,
  ]
}

/** By which answers a form knows how many it concerns, whom, since when, and what it is about. */
const sources = ['workersFrom', 'concernsFrom', 'happenedFrom'] as const

function formWith(working: Working, name: Within['name']): Working {
  const next = { ...working }
  for (const key of sources) {
    const source = working[key]
    if (typeof source !== 'string') continue
    const other = name('form', key, { of: 'answer', name: source })
    if (other === undefined) delete next[key]
    else next[key] = other
  }
  const { category } = working
  if (isObject(category) && typeof category.from === 'string') {
    const from = name('form', 'category', { of: 'answer', name: category.from })
    next.category = from === undefined ? 'other' : { from }
  }
  return next
}

const isItself = (going: Going, what: Going['what'], id: string) => going.what === what && going.id === id

/** Whether a leaf is of what is to go. */
export function goneIn({ pages }: Working, { what, id }: Going): (leaf: Leaf) => boolean {
  const fields = pages.flatMap((page) => page.fields)
  switch (what) {
    case 'condition':
      return (leaf) => leaf.of === 'condition' && leaf.name === id
    case 'options': {
      const retired = asList(fields.find(({ name }) => name === id)?.options).filter(isRetired)
      return (leaf) =>
        leaf.of === 'option' && leaf.name === id && retired.some(({ value }) => value === leaf.option)
    }
    case 'page': {
      const names = pages.find((page) => page.id === id)?.fields.map(({ name }) => name) ?? []
      return (leaf) => leaf.of !== 'condition' && names.includes(leaf.name)
    }
    case 'question':
    case 'value':
      return (leaf) => leaf.of !== 'condition' && leaf.name === id
  }
}

const isRetired = (it: unknown): it is Json => isObject(it) && it.retired === true
