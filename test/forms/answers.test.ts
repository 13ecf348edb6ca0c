import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { readAnswers } from '../../src/forms/checked-answers.ts'
import { definitionSchema } from '../../src/forms/definition.ts'
import { saysDanger, workersIn } from '../../src/forms/meaning.ts'
import { posted } from './posted.ts'

const text = (it: string) => ({ zh: it, en: it })
const options = ['fire', 'gas'].map((value) => ({ value, label: text(value) }))

const definition = v.parse(definitionSchema, {
  title: text('t'),
  intro: text('i'),
  readers: text('r'),
  use: text('u'),
  category: 'other',
  modes: ['complaint'],
  allowAnonymous: true,
  workersFrom: 'people',
  pages: [
    {
      id: 'part',
      title: text('s'),
      fields: [
        { type: 'text', name: 'place', label: text('l'), maxLength: 5 },
        { type: 'choice', name: 'one', label: text('l'), options, other: true, dangerWhen: ['fire'] },
        { type: 'choices', name: 'many', label: text('l'), options, other: true },
        { type: 'yes_no', name: 'sure', label: text('l') },
        { type: 'number', name: 'people', label: text('l'), min: 1, max: 100, whole: true },
        { type: 'date', name: 'day', label: text('l') },
        { type: 'date', name: 'since', label: text('l'), dayOptional: true },
        { type: 'enterprise', name: 'employer', label: text('l') },
        { type: 'phone', name: 'tel', label: text('l'), required: true, identity: true },
        { type: 'consent', name: 'agreed', label: text('l'), required: true },
      ],
    },
  ],
})

const given = { tel: '13800138000', agreed: 'yes' }
const read = (values: Record<string, string | string[]>, more = {}) =>
  readAnswers(definition, posted({ ...given, ...values }), { named: true, today: '2026-11-22', ...more })

describe('an answer is kept as its kind asks', () => {
  test.each([
    ['text', { place: '二号门' }, 'place', '二号门'],
    ['text without control characters', { place: 'a\u0000b' }, 'place', 'ab'],
    ['an option', { one: 'fire' }, 'one', 'fire'],
    ['an option of his own', { one: 'other', 'one-other': '爆炸' }, 'one', { other: '爆炸' }],
    ['several options', { many: ['fire', 'other'], 'many-other': 'x' }, 'many', ['fire', { other: 'x' }]],
    ['yes', { sure: 'yes' }, 'sure', true],
    ['no', { sure: 'no' }, 'sure', false],
    ['a number in full-width digits', { people: '１２' }, 'people', 12],
    ['a day', { 'day-year': '2026', 'day-month': '2', 'day-day': '9' }, 'day', '2026-02-09'],
    ['a month where the day is optional', { 'since-year': '2026', 'since-month': '11' }, 'since', '2026-11'],
    ['an enterprise by its name', { employer: '东升' }, 'employer', { id: null, name: '东升' }],
    [
      'an enterprise of the register',
      { employer: '东升', 'employer-id': 'e1' },
      'employer',
      { id: 'e1', name: '东升' },
    ],
    ['consent', {}, 'agreed', true],
  ] as [string, Record<string, string | string[]>, string, unknown][])('%s', (_, values, name, kept) => {
    const { answers, errors, unknown } = read(values)
    expect({ errors, unknown }).toEqual({ errors: {}, unknown: [] })
    expect(answers[name]).toEqual(kept)
  })
})

describe('an answer is refused', () => {
  test.each([
    ['too long', { place: '123456' }, 'place', 'too_long'],
    ['an option nobody offered', { one: 'flood' }, 'one', 'not_offered'],
    ['“other” without words', { one: 'other' }, 'one', 'other_missing'],
    ['one of several that nobody offered', { many: ['fire', 'x'] }, 'many', 'not_offered'],
    ['the same option twice', { many: ['fire', 'fire'] }, 'many', 'twice'],
    ['two answers to one question', { place: ['a', 'b'] }, 'place', 'twice'],
    ['neither yes nor no', { sure: 'maybe' }, 'sure', 'not_offered'],
    ['words for a number', { people: '很多' }, 'people', 'not_a_number'],
    ['half a person', { people: '1.5' }, 'people', 'not_whole'],
    ['too few', { people: '0' }, 'people', 'too_small'],
    ['too many', { people: '101' }, 'people', 'too_big'],
    [
      'a day that does not exist',
      { 'day-year': '2026', 'day-month': '2', 'day-day': '30' },
      'day',
      'no_such_day',
    ],
    ['a month that does not exist', { 'since-year': '2026', 'since-month': '13' }, 'since', 'no_such_month'],
    ['a day without its day', { 'day-year': '2026', 'day-month': '2' }, 'day', 'not_a_date'],
    ['tomorrow', { 'day-year': '2026', 'day-month': '11', 'day-day': '23' }, 'day', 'in_the_future'],
    ['next month', { 'since-year': '2026', 'since-month': '12' }, 'since', 'in_the_future'],
    ['no phone number', { tel: '12345' }, 'tel', 'not_a_phone'],
    ['no phone', { tel: '' }, 'tel', 'required'],
    ['no consent', { agreed: '' }, 'agreed', 'required'],
    ['another consent', { agreed: 'perhaps' }, 'agreed', 'required'],
  ] as [string, Record<string, string | string[]>, string, string][])('%s', (_, values, name, error) => {
    expect(read(values).errors).toEqual({ [name]: error })
  })
})

test('what names a worker goes to the vault and never to the answers', () => {
  const { answers, identity } = read({})
  expect(identity).toEqual({ tel: '13800138000' })
  expect(JSON.stringify(answers)).not.toContain('13800138000')
})

test('an anonymous worker’s identity is neither asked nor kept', () => {
  expect(read({}, { named: false }).identity).toEqual({})
  expect(read({ tel: '' }, { named: false }).errors).toEqual({})
})

test('names that the form does not have are told apart', () => {
  expect(read({ admin: 'yes', step: 'check' }, { besides: ['step'] }).unknown).toEqual(['admin'])
})

test('the enterprise of a site cannot be changed from the page', () => {
  const enterprise = { id: 'e1', name: '东升制衣' }
  expect(read({}, { enterprise }).answers.employer).toEqual(enterprise)
  expect(read({ employer: '别家' }, { enterprise }).unknown).toEqual(['employer'])
})

test('a dangerous answer and the number of workers are read from the answers', () => {
  expect(saysDanger(definition, { one: 'fire' })).toBe(true)
  expect(saysDanger(definition, { one: { other: 'x' } })).toBe(false)
  expect(workersIn(definition, { people: 12 })).toBe(12)
  expect(workersIn(definition, {})).toBe(1)
})
