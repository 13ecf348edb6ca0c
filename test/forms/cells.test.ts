import * as v from 'valibot'
import { expect, test } from 'vitest'
import type { Answer } from '../../src/forms/answers.ts'
import { field, type Question } from '../../src/forms/fields.ts'
import { kindOf } from '../../src/forms/kinds/all.ts'
import type { Cell } from '../../src/forms/kinds/kind.ts'
import { common } from '../../src/i18n/zh/common.ts'
import { examples, type Kind, text } from './examples.ts'
import { cellOf } from './kinds/asking.ts'

/** How the example of each kind stands in a table; what names a worker stands in none. */
const cells: Record<Exclude<Kind, 'name' | 'resident_id' | 'signature'>, Cell> = {
  text: '西门',
  long_text: '西门',
  choice: '绿',
  choices: '红',
  yes_no: '是',
  number: 7,
  scale: 4,
  date: '2026-03-08',
  phone: '13812345678',
  email: 'a@b.cn',
  credit_code: '91350100M000100Y43',
  address: '青石县 柳湾镇 和平路 8 号',
  list: '电焊工',
  matrix: '工资：不满意; 食堂：满意',
  ranking: '1 宿舍; 2 工资',
  place: '东门外 (30.612, 117.530)',
  enterprise: '无名小店',
  money: 12_000,
  month: '2026-03',
  time: '20:30',
  declaration: '是',
  consent: '是',
}

test.each(Object.entries(cells))('an answer of the kind %s stands in a table as %s', (type, cell) => {
  const { settings, right } = examples[type as keyof typeof cells]
  expect(cellOf({ type, required: true, ...settings }, right)).toBe(cell)
})

test('several options stand in one field, money to the fen, and files as their count', () => {
  const inTable = (settings: object, given: Answer) => {
    const question = v.parse(field, { name: 'asked', label: text('问'), ...settings }) as Question
    return kindOf(question).cell(question, given, { locale: 'zh', ...common })
  }
  const file = { file: 'a'.repeat(8), kind: 'jpeg', size: 9 } as const
  expect(inTable({ type: 'choices', ...examples.choices.settings }, ['o0', 'blue'])).toBe('红；蓝')
  expect(inTable({ type: 'money' }, 1)).toBe(0.01)
  expect(inTable({ type: 'photo' }, [file, file])).toBe(2)
  expect(inTable({ type: 'voice' }, [file])).toBe(1)
  expect(inTable({ type: 'file' }, [file])).toBe(1)
})
