import { describe, expect, test } from 'vitest'
import { readDraft } from '../../../src/forms/drafted-definitions.ts'
import type { Condition, Term } from '../../../src/forms/logic/expressions.ts'
import { conditionIn, type Known, termIn } from '../../../src/forms/xlsform/expressions-in.ts'
import { conditionOut, termOut } from '../../../src/forms/xlsform/expressions-out.ts'
import { there } from '../../support/workbooks.ts'

const text = { zh: '字', en: 'word' }
const options = ['a', 'b'].map((value) => ({ value, label: text }))
const asked = [
  { type: 'choice', name: 'one', options },
  { type: 'choices', name: 'many', options },
  { type: 'yes_no', name: 'ill' },
  { type: 'number', name: 'n' },
  { type: 'money', name: 'pay' },
  { type: 'date', name: 'born' },
  { type: 'month', name: 'since' },
  { type: 'text', name: 'said' },
  { type: 'consent', name: 'agreed' },
]
const read = readDraft({
  ...{ title: text, intro: text, readers: text, use: text },
  ...{ category: 'other', modes: ['complaint'], allowAnonymous: true, layout: 'paged' },
  pages: [{ id: 'first_page', title: text, fields: asked.map((one) => ({ label: text, ...one })) }],
  conditions: { often: { name: text, when: { gt: [{ ref: 'n' }, 3] } } },
})
if (!read.ok) throw new Error(JSON.stringify(read.problems))
const place = { definition: read.definition }

const known = (name: string, compared?: Known['compared'], all: [string, string | boolean][] = []) =>
  [name, { name, compared, options: new Map(all) }] as const
const offers: [string, string][] = [
  ['a', 'a'],
  ['b', 'b'],
]
const names = new Map<string, Known>([
  known('one', 'option', offers),
  known('many', 'several', offers),
  known('ill', 'truth', [
    ['yes', true],
    ['no', false],
  ]),
  known('agreed', 'truth', [['OK', true]]),
  known('n', 'number'),
  known('born', 'day'),
  known('since', 'day'),
  known('said'),
])

const ref = (name: string) => ({ ref: name })

const bothWays: [string, Condition][] = [
  ["@one = 'a'", { eq: [ref('one'), 'a'] }],
  ["@one != 'a'", { not: { eq: [ref('one'), 'a'] } }],
  ["selected(@many, 'b')", { has: ['many', 'b'] }],
  ["not(selected(@many, 'b'))", { not: { has: ['many', 'b'] } }],
  ["@ill = 'yes'", { eq: [ref('ill'), true] }],
  ["@ill = 'no'", { eq: [ref('ill'), false] }],
  ["@agreed = 'OK'", { eq: [ref('agreed'), true] }],
  [
    "(@n != 1 and @n != '') and (@n != 2 and @n != '')",
    { and: [{ ne: [ref('n'), 1] }, { ne: [ref('n'), 2] }] },
  ],
  ["@said != ''", { answered: 'said' }],
  ["@said = ''", { not: { answered: 'said' } }],
  ['@n >= 18', { ge: [ref('n'), 18] }],
  ['@n < -2.5', { lt: [ref('n'), -2.5] }],
  ["@born <= date('2008-11-22')", { le: [ref('born'), '2008-11-22'] }],
  [
    "@n > 1 and (@one = 'a' or @one = 'b') and @said != ''",
    {
      and: [
        { gt: [ref('n'), 1] },
        { or: [{ eq: [ref('one'), 'a'] }, { eq: [ref('one'), 'b'] }] },
        { answered: 'said' },
      ],
    },
  ],
  ['(@n + 1) > (@n * 2)', { gt: [{ add: [ref('n'), 1] }, { mul: [ref('n'), 2] }] }],
  ["if(@ill = 'yes', 1, 0) = 1", { eq: [{ if: [{ eq: [ref('ill'), true] }, 1, 0] }, 1] }],
  [
    "int((format-date(today(), '%Y%m%d') - format-date(@born, '%Y%m%d')) div 10000) >= 18",
    { ge: [{ age: 'born' }, 18] },
  ],
  ['1 = 1', { eq: [1, 1] }],
]

const termsBothWays: [string, Term][] = [
  ['(@n - 1)', { sub: [ref('n'), 1] }],
  ['((@n - 1) div 12)', { div: [{ sub: [ref('n'), 1] }, 12] }],
  ['min(@n, max(1, 2))', { min: [ref('n'), { max: [1, 2] }] }],
  ['(@n + 1 + 2)', { add: [ref('n'), 1, 2] }],
]

describe('an expression', () => {
  test.each(bothWays)('is read and written: %s', (xpath, condition) => {
    expect(conditionIn(there(xpath), names)).toEqual(condition)
    expect(conditionOut(condition, place)).toBe(there(xpath))
  })

  test.each(termsBothWays)('that is worked out is read and written: %s', (xpath, term) => {
    expect(termIn(there(xpath), names)).toEqual(term)
    expect(termOut(term, place)).toBe(there(xpath))
  })

  test.each<[string, Condition]>([
    [
      "@one='a' and @n>1 and @n<5",
      { and: [{ eq: [ref('one'), 'a'] }, { gt: [ref('n'), 1] }, { lt: [ref('n'), 5] }] },
    ],
    ["selected(@one, 'a')", { eq: [ref('one'), 'a'] }],
    ['\x24{ one } = “b”', { eq: [ref('one'), 'b'] }],
    ['string-length(@said) > 0', { answered: 'said' }],
    ['count-selected(@many) = 0', { not: { answered: 'many' } }],
    ['boolean(@said)', { answered: 'said' }],
    ['not(@n > 3) or true()', { or: [{ not: { gt: [ref('n'), 3] } }, { eq: [1, 1] }] }],
    ['int((today() - @born) div 365.25) < 16', { lt: [{ age: 'born' }, 16] }],
    [
      'floor((decimal-date-time(today()) - decimal-date-time(@born)) div 365.25) < 16',
      { lt: [{ age: 'born' }, 16] },
    ],
    ['coalesce(@n, 0) = 0', { eq: [{ if: [{ answered: 'n' }, ref('n'), 0] }, 0] }],
    ['number(@n) + 1 div 2 > -@n', { gt: [{ add: [ref('n'), { div: [1, 2] }] }, { sub: [0, ref('n')] }] }],
  ])('as people write it is read as well: %s', (xpath, condition) => {
    expect(conditionIn(there(xpath), names)).toEqual(condition)
  })

  test.each([
    ...['', ' ', '${n', '@n >', "@one = 'c'", "@many = 'a'", '@nobody = 1', '/data/n > 1', '../n > 1'],
    ...[
      "concat(@one, 'x') = 'ax'",
      'once(@n) = 1',
      'sum(@n) > 1',
      "pulldata('a', 'b') = 1",
      'today() > @born',
    ],
    ...['@said > 1', "@said = 'x'", "regex(@said, '[a-z]')", '@n mod 2 = 0', '1 + 1', "'a'", '@n > 1 @n'],
    ...['alert(1)', 'constructor(1)', '@__proto__ = 1', "@constructor = 'a'", '(', ')', '()', 'not()'],
  ])('that has no like here is not read: %s', (xpath) => {
    expect(conditionIn(there(xpath), names)).toBeNull()
  })

  test.each([
    ['brackets', `${'('.repeat(5000)}1 = 1${')'.repeat(5000)}`],
    ['some brackets', `${'('.repeat(500)}1 = 1${')'.repeat(500)}`],
    ['signs', '-'.repeat(3000).concat('1 = 1')],
    ['parts', Array.from({ length: 90 }, (_, at) => `@n = ${at}`).join(' or ')],
    ['functions', `${'not('.repeat(30)}@n = 1${')'.repeat(30)}`],
  ])('of too many %s is not read, at once', (_, xpath) => {
    expect(conditionIn(there(xpath), names)).toBeNull()
  })

  test('is written as what it comes to where it leans on a condition, and money in the unit of the form', () => {
    expect(conditionOut({ ref: 'often' }, place)).toBe(there('@n > 3'))
    expect(conditionOut({ ge: [ref('pay'), 100_00] }, place)).toBe(there('(@pay * 100) >= 10000'))
    expect(conditionOut({ ne: [ref('one'), 'a'] }, place)).toBe(there("(@one != 'a' and @one != '')"))
    expect(conditionOut({ lt: [ref('since'), '2026-05'] }, place)).toBe(there("@since < date('2026-05-01')"))
  })

  test('that leans on itself, or holds what no quotes can, is not written', () => {
    const circle = {
      definition: { ...place.definition, conditions: { x: { name: text, when: { ref: 'x' } } } },
    }
    expect(conditionOut({ ref: 'x' }, circle)).toBeUndefined()
    expect(conditionOut({ eq: [ref('one'), `'"`] }, place)).toBeUndefined()
  })
})
