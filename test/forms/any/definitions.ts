import * as fc from 'fast-check'
import { conditionOn, type Known, termOn } from './logic.ts'
import { given, maybe, name, text } from './names.ts'
import { fileQuestion, kinds, questionOf } from './questions.ts'

/** Of each of several neither who he is is asked, nor what is asked once, nor what means danger. */
const repeatable = [
  'text',
  'long_text',
  'number',
  'money',
  'date',
  'month',
  'time',
  'scale',
  'list',
  'matrix',
] as const
const once = kinds.filter((kind) => kind !== 'enterprise')

const entries = fc
  .tuple(text, fc.nat(2), fc.integer({ min: 2, max: 4 }))
  .map(([one, least, most]) => ({ one, least, most }))

const shown = { title: text, intro: maybe(text) }
const fieldsOf = (one: fc.Arbitrary<{ type: string }>) => fc.array(one, { minLength: 1, maxLength: 4 })

const page = fc.oneof(
  { weight: 4, arbitrary: given({ ...shown, fields: fieldsOf(questionOf(once)) }) },
  {
    weight: 1,
    arbitrary: given({
      ...shown,
      kind: fc.constant('repeat'),
      entries,
      fields: fieldsOf(questionOf(repeatable)).map((all) =>
        all.map((one) => ({ ...one, identity: undefined })),
      ),
    }),
  },
  {
    weight: 1,
    arbitrary: given({
      ...shown,
      kind: fc.constant('ask'),
      fields: fc
        .tuple(fieldsOf(questionOf(once)), fileQuestion)
        .map(([others, file]): { type: string }[] => [...others, file]),
    }),
  },
  {
    weight: 1,
    arbitrary: given({ ...shown, kind: fc.constant('exit'), fields: fieldsOf(questionOf(['note'])) }),
  },
) as fc.Arbitrary<Page>

interface Page {
  kind?: string
  fields: Known[]
}

/** Before all else, where everybody comes by: a case has its category there, and what is sensitive its consent. */
const matter = {
  type: 'choice' as const,
  label: { zh: '哪方面', en: 'What about' },
  required: true,
  options: ['wages', 'hours'].map((value) => ({ value, label: { zh: value, en: value } })),
}
const agreed = { type: 'consent' as const, label: { zh: '我同意', en: 'I agree' }, required: true }

const whole = given({
  title: text,
  intro: text,
  readers: text,
  use: text,
  modes: fc.subarray(['complaint', 'report'], { minLength: 1 }),
  allowAnonymous: fc.boolean(),
})

/** Any definition that may be published, as a person writes it. */
export const definitions: fc.Arbitrary<object> = fc
  .record({
    whole,
    pages: fc.array(page, { minLength: 1, maxLength: 4 }),
    retired: fc.array(questionOf(once), { maxLength: 2 }),
    names: fc.uniqueArray(name, { minLength: 45, maxLength: 45 }),
    isPaged: fc.boolean(),
    isChosen: fc.boolean(),
  })
  .chain(({ whole, pages, retired, names, isPaged, isChosen }) => {
    const left = [...names]
    const next = () => left.pop() ?? ''
    const named = <One extends object>(one: One) => ({ ...one, name: next() })
    const first = named(matter)
    const asked = pages.map((it) => ({ ...it, id: next(), fields: it.fields.map(named) }))
    const around = [{ id: next(), title: first.label, fields: [first, named(agreed)] }, ...asked]
    const base = {
      ...whole,
      category: isChosen ? { from: first.name } : 'other',
      retired: retired.map(named),
    }
    const branches = isPaged || pages.some(({ kind }) => kind !== undefined)
    if (!branches) return fc.constant({ ...base, pages: around })
    return branching(around, next).map((logic) => ({ ...base, layout: 'paged', ...logic }))
  })

/** Pages by conditions on what was asked before each, with checks on what was asked until there, and a value of all. */
function branching(pages: (Page & { id: string })[], next: () => string) {
  const before = pages.map((_, at) => knownOn(pages.slice(0, at)))
  const each = pages.map((it, at) =>
    fc
      .tuple(
        at === 0 ? fc.constant(undefined) : maybe(conditionOn(before[at] ?? [])),
        maybe(conditionOn([...(before[at] ?? []), ...knownOn([it])])),
      )
      .map(([when, holds]) => ({ when, holds })),
  )
  const [check, value] = [next(), next()]
  const ids = pages.map(next)
  return fc.tuple(fc.tuple(...each), termOn(knownOn(pages)), text).map(([logic, of, words]) => ({
    pages: pages.map((it, at) => {
      const { when, holds } = logic[at] ?? {}
      const checks = holds ? [{ id: check, holds, text: words }] : []
      const fields = it.kind === undefined ? it.fields.map((one) => withChecks(one, checks)) : it.fields
      return { ...it, fields, ...(when ? { show: ids[at] } : {}) }
    }),
    conditions: Object.fromEntries(
      logic.flatMap(({ when }, at) => (when ? [[ids[at] ?? '', { name: words, when }]] : [])),
    ),
    values: { [value]: { name: words, kind: 'number', of } },
  }))
}

function knownOn(pages: Page[]): Known[] {
  return pages
    .filter(({ kind }) => kind === undefined)
    .flatMap(({ fields }) => fields)
    .filter(({ type }) => type !== 'note')
}

const withChecks = (one: Known, checks: object[]) => (one.type === 'note' ? one : { ...one, checks })
