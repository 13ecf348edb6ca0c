import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Answers } from '../../src/forms/answers.ts'
import { pathThrough, readAnswers } from '../../src/forms/checked-answers.ts'
import { type Definition, questionsOf } from '../../src/forms/definition.ts'
import { readDraft } from '../../src/forms/drafted-definitions.ts'
import { isIdentity } from '../../src/forms/fields.ts'
import { kindOf } from '../../src/forms/kinds/all.ts'
import { logicOf } from '../../src/forms/logic/evaluating.ts'
import { placesOf } from '../../src/forms/stepping.ts'
import { definitions } from './any/definitions.ts'
import { runs } from './any/effort.ts'
import { posted } from './posted.ts'

const today = '2026-11-22'

/** A published definition with whatever may be posted to it: right, wrong, twice, or not at all. */
const filledIn = definitions.chain((draft) => {
  const read = readDraft(draft)
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  const { definition } = read
  const controls = definition.pages.flatMap((page) =>
    questionsOf({ pages: [page] }).flatMap((one) => {
      const names = kindOf(one).controls(one)
      return page.entries ? names.map((name) => `${page.id}-1-${name}`) : names
    }),
  )
  const options = questionsOf(definition).flatMap((one) =>
    'options' in one ? one.options.map(({ value }) => value) : [],
  )
  const typed = fc.oneof(
    fc.constantFrom('', 'yes', 'no', '1', '3', '12', '2026', 'wages', 'hours', 'other', ...options),
    fc.string({ maxLength: 8 }),
  )
  return fc
    .dictionary(fc.constantFrom(...controls), fc.array(typed, { minLength: 1, maxLength: 2 }))
    .map((values) => ({ definition, values }))
})

test('any way ends, goes by pages of the form in their order, and asks nothing beside it', () => {
  fc.assert(
    fc.property(filledIn, fc.boolean(), ({ definition, values }, named) => {
      const { path, answers, entries, identity, errors } = readAnswers(definition, posted(values), {
        named,
        today,
      })
      const gone = definition.pages.filter(({ id }) => path.includes(id))
      expect(gone.map(({ id }) => id)).toEqual(path)
      const exit = gone.findIndex(({ kind }) => kind === 'exit')
      if (exit >= 0) expect(exit).toBe(gone.length - 1)
      const asked = questionsOf({ pages: gone.filter((page) => !page.entries) })
      const names = (of: 'vault' | 'answers') =>
        asked.filter((one) => isIdentity(one) === (of === 'vault')).map(({ name }) => name)
      expect(names('answers')).toEqual(expect.arrayContaining(Object.keys(answers)))
      expect(named ? names('vault') : []).toEqual(expect.arrayContaining(Object.keys(identity)))
      expect(path).toEqual(expect.arrayContaining(Object.keys(entries)))
      const places = placesOf({ definition, path })
      expect([...path, 'filing']).toEqual(expect.arrayContaining(places))
      for (const name of Object.keys(errors)) expect(isAskedOn(gone, name), name).toBe(true)
    }),
    runs(100),
  )
})

function isAskedOn(pages: Definition['pages'], name: string): boolean {
  return pages.some(
    (page) =>
      page.id === name ||
      page.fields.some((one) => one.name === name) ||
      (page.entries && name.startsWith(`${page.id}-`)),
  )
}

test('what was posted and taken is read from what is kept of it alone', () => {
  fc.assert(
    fc.property(filledIn, ({ definition, values }) => {
      const { path, answers } = readAnswers(definition, posted(values), { named: true, today })
      const again = [...pathThrough(definition, () => answers, today)]
      expect(again.map(({ id }) => id)).toEqual(path)
    }),
    runs(100),
  )
})

/** Answers of any kind under any name, as a version before may have asked by it. */
const answersTo = (definition: Definition): fc.Arbitrary<Answers> =>
  fc.dictionary(
    fc.constantFrom(...questionsOf(definition).map(({ name }) => name)),
    fc.oneof(
      fc.string({ maxLength: 6 }),
      fc.double(),
      fc.boolean(),
      fc.constantFrom('2026-05', '2026-05-01', 'wages'),
      fc.record({ other: fc.string() }, { noNullPrototype: true }),
      fc.array(fc.oneof(fc.string(), fc.record({ other: fc.string() }, { noNullPrototype: true }))),
      fc.constant({ id: null, name: '东升' }),
      fc.dictionary(fc.stringMatching(/^[a-z]{1,3}$/), fc.string(), { noNullPrototype: true }),
      fc.constant({ words: '东门', at: [30.6, 117.5] as [number, number] }),
    ),
  )

test('whatever was answered, each condition holds or does not, and each value is a number or unknown', () => {
  const asked = filledIn.chain(({ definition }) =>
    answersTo(definition).map((answers) => ({ definition, answers })),
  )
  fc.assert(
    fc.property(asked, ({ definition, answers }) => {
      const logic = logicOf({ definition, answers, today })
      for (const id of Object.keys(definition.conditions)) expect(logic.holds(id)).toBeTypeOf('boolean')
      for (const id of Object.keys(definition.values))
        expect(logic.value(id) ?? 0).toSatisfy((it) => Number.isFinite(it))
      for (const { checks } of questionsOf(definition))
        for (const { holds } of checks) expect(logic.isTrue(holds)).toBeTypeOf('boolean')
    }),
    runs(100),
  )
})

const sure = { type: 'yes_no', name: 'sure', label: { zh: '定了', en: 'Sure' } }
const words = { zh: 't', en: 't' }
const withConditions = (conditions: object) => ({
  ...{ title: words, intro: words, readers: words, use: words, category: 'other', modes: ['complaint'] },
  ...{ allowAnonymous: true, layout: 'paged', conditions },
  pages: [{ id: 'part', title: words, fields: [sure] }],
})
/** Each leans on the one after it, so many times. */
const chain = (length: number, times: number) =>
  Object.fromEntries(
    Array.from({ length }, (_, at) => {
      const next = at + 1 < length ? { ref: `c${at + 1}` } : { answered: 'sure' }
      return [`c${at}`, { name: words, when: { and: Array(times).fill(next) } }]
    }),
  )

test('conditions that lean on each other many times are each looked at once', () => {
  const read = readDraft(withConditions(chain(40, 20)))
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  const logic = logicOf({ definition: read.definition, answers: { sure: true }, today })
  expect(logic.holds('c0')).toBe(true)
})

test('of more conditions than anybody can survey nothing is made', () => {
  const read = readDraft(withConditions(chain(5000, 1)))
  expect(read).toMatchObject({ ok: false, problems: [{ where: ['conditions'], fault: 'too_many' }] })
})
