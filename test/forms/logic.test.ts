import { describe, expect, test } from 'vitest'
import type { Answers } from '../../src/forms/answers.ts'
import { readDraft } from '../../src/forms/drafted-definitions.ts'
import { logicOf } from '../../src/forms/logic/evaluating.ts'
import type { Condition, Term } from '../../src/forms/logic/expressions.ts'

const text = (it: string) => ({ zh: it, en: it })
const options = ['o1', 'o2'].map((value) => ({ value, label: text(value) }))

/** A form with a question of each kind that can be compared, and one condition and one value. */
function formWith(when: Condition, of: Term = 1, kind: 'number' | 'money' = 'number') {
  const read = readDraft({
    ...{ title: text('t'), intro: text('i'), readers: text('r'), use: text('u') },
    ...{ category: 'other', modes: ['complaint'], allowAnonymous: true, layout: 'paged' },
    pages: [
      {
        id: 'first',
        title: text('s'),
        fields: [
          { type: 'yes_no', name: 'sure', label: text('l') },
          { type: 'choice', name: 'one', label: text('l'), options, other: true },
          { type: 'choices', name: 'many', label: text('l'), options },
          { type: 'number', name: 'people', label: text('l') },
          { type: 'money', name: 'owed', label: text('l') },
          { type: 'date', name: 'born', label: text('l') },
        ],
      },
    ],
    conditions: {
      it: { name: text('c'), when },
      sure: { name: text('c'), when: { eq: [{ ref: 'sure' }, true] } },
    },
    values: { worth: { name: text('v'), kind, of } },
  })
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  return read.definition
}

const ref = (name: string) => ({ ref: name })
const answers: Answers = {
  ...{ sure: true, one: 'o1', many: ['o2'], people: 3, owed: 12_345, born: '2000-11-30' },
}
const today = '2026-11-29'

describe('a condition', () => {
  test.each<[Condition, boolean]>([
    [{ eq: [ref('sure'), true] }, true],
    [{ ne: [ref('sure'), true] }, false],
    [{ eq: [ref('one'), 'o1'] }, true],
    [{ eq: [ref('one'), 'other'] }, false],
    [{ has: ['many', 'o2'] }, true],
    [{ has: ['many', 'o1'] }, false],
    [{ lt: [ref('people'), 3] }, false],
    [{ le: [ref('people'), 3] }, true],
    [{ gt: [ref('owed'), 12_000] }, true],
    [{ ge: [ref('owed'), ref('people')] }, true],
    [{ lt: [ref('born'), '2001-01-01'] }, true],
    // His birthday is tomorrow.
    [{ eq: [{ age: 'born' }, 25] }, true],
    [{ answered: 'people' }, true],
    [{ and: [{ ref: 'sure' }, { not: { answered: 'people' } }] }, false],
    [{ or: [{ not: { ref: 'sure' } }, { answered: 'people' }] }, true],
    [{ eq: [{ if: [{ ref: 'sure' }, 1, 2] }, 1] }, true],
  ])('%j is %s', (when, holds) => {
    expect(logicOf({ definition: formWith(when), answers, today }).holds('it')).toBe(holds)
  })

  test.each<[Condition, boolean]>([
    [{ eq: [ref('people'), 0] }, false],
    [{ ne: [ref('people'), 0] }, false],
    [{ lt: [ref('born'), '2001-01-01'] }, false],
    [{ has: ['many', 'o1'] }, false],
    [{ not: { eq: [ref('one'), 'o1'] } }, true],
    [{ answered: 'people' }, false],
  ])('%j is %s where nothing was answered', (when, holds) => {
    expect(logicOf({ definition: formWith(when), answers: {}, today }).holds('it')).toBe(holds)
  })

  test('sees no option in words of his own', () => {
    const definition = formWith({ eq: [ref('one'), 'other'] })
    expect(logicOf({ definition, answers: { one: { other: 'o1' } }, today }).holds('it')).toBe(true)
  })
})

describe('a value', () => {
  test.each<[Term, 'number' | 'money', number | undefined]>([
    [{ add: [ref('people'), 2, 1] }, 'number', 6],
    [{ sub: [ref('owed'), 345] }, 'money', 12_000],
    [{ mul: [ref('owed'), ref('people')] }, 'money', 37_035],
    [{ div: [ref('owed'), 2] }, 'money', 6173],
    [{ div: [1, 3] }, 'number', 0.333333],
    [{ div: [ref('people'), 0] }, 'number', undefined],
    [{ min: [ref('people'), 2] }, 'number', 2],
    [{ max: [ref('people'), 2] }, 'number', 3],
    [{ if: [{ answered: 'people' }, 7, 8] }, 'number', 7],
    // Too large to be multiplied, so that it has no places to be rounded.
    [{ mul: [2, 1e305] }, 'number', 2e305],
  ])('%j as %s is %s', (of, kind, worth) => {
    const definition = formWith({ answered: 'sure' }, of, kind)
    expect(logicOf({ definition, answers, today }).value('worth')).toBe(worth)
  })

  test('is not known where an answer is missing', () => {
    const definition = formWith({ answered: 'sure' }, { add: [ref('people'), 1] })
    expect(logicOf({ definition, answers: {}, today }).value('worth')).toBeUndefined()
  })
})
