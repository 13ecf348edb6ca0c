import * as v from 'valibot'
import { expect, test } from 'vitest'
import { cellsOf } from '../../src/exports/answer-cells.ts'
import { columnsOf, type Version } from '../../src/exports/answer-columns.ts'
import { definitionSchema } from '../../src/forms/definition.ts'
import { common as en } from '../../src/i18n/en/common.ts'
import { common as zh } from '../../src/i18n/zh/common.ts'
import { text } from '../forms/examples.ts'
import { unpaid } from '../support/paged-form.ts'

const matter = (...options: string[]) => ({
  type: 'choice',
  name: 'matter',
  label: text('Matter'),
  options: options.map((value) => ({ value, label: text(`${value}!`) })),
})
const trade = { type: 'text', name: 'trade', label: text('Trade') }
const people = { type: 'number', name: 'people', label: text('People'), unit: { zh: '人', en: 'people' } }
const phone = { type: 'phone', name: 'phone', label: text('Phone'), identity: true }

function version(number: number, ...fields: object[]): Version {
  const pages = [{ id: 'all', title: text('All'), fields }]
  const about = { title: text('t'), intro: text('t'), readers: text('t'), use: text('t') }
  const definition = v.parse(definitionSchema, {
    ...{ ...about, category: 'other', modes: ['complaint'], allowAnonymous: true, pages },
  })
  return { id: `v${number}`, number, definition }
}

const first = version(1, trade, matter('a', 'b'), phone)
const second = version(2, trade, matter('a', 'b'))
const third = version(3, people, { ...matter('a', 'c'), label: text('What') })

test('the questions of now come first in their order, then what older versions asked, with the last that did', () => {
  expect(columnsOf([third, second, first])).toEqual([
    { id: 'people', label: { zh: 'People（人）', en: 'People (people)' }, until: null },
    { id: 'matter', label: text('What'), until: null },
    { id: 'trade', label: text('Trade'), until: 2 },
  ])
})

test('an option is called what the worker read, and what names him is in no cell', () => {
  const cells = cellsOf(
    first.definition,
    { matter: 'b', trade: 'welder', phone: '13812345678', gone: 'x' },
    {
      locale: 'en',
      ...en,
    },
  )
  expect([...cells]).toEqual([
    ['matter', 'b!'],
    ['trade', 'welder'],
  ])
})

test('of each of several there are as many columns as the page takes, each answer under its own', () => {
  const definition = v.parse(definitionSchema, unpaid)
  const columns = columnsOf([{ id: 'v', number: 1, definition }]).filter(({ id }) => id.startsWith('months.'))
  expect(columns.map(({ id }) => id)).toEqual(
    [1, 2, 3].flatMap((at) => [`months.${at}.month`, `months.${at}.amount`]),
  )
  expect(columns[3]?.label.zh).toBe('欠了哪些月 · 欠薪 2 · 欠多少（元）')
  const months = [
    { month: '2026-08', amount: 123_45 },
    { month: '2026-09', amount: 1 },
  ]
  const cells = cellsOf(definition, { owed: 'wages', months }, { locale: 'zh', ...zh })
  expect(Object.fromEntries(cells)).toEqual({
    owed: '工资',
    'months.1.month': '2026-08',
    'months.1.amount': 123.45,
    'months.2.month': '2026-09',
    'months.2.amount': 0.01,
  })
})
