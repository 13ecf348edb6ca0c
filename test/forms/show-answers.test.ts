import * as v from 'valibot'
import { expect, test } from 'vitest'
import { definitionSchema } from '../../src/forms/definition.ts'
import { showAnswers, showIdentity, showIdentityBack } from '../../src/forms/show-answers.ts'
import { standardForms } from '../../src/forms/standard/all.ts'
import { common as en } from '../../src/i18n/en/common.ts'
import { common as zh } from '../../src/i18n/zh/common.ts'

const grievance = v.parse(definitionSchema, standardForms.grievance)
const answers = {
  matter: 'wages',
  danger: false,
  story: '三个月没发工资',
  since: '2026-08',
  people: 12,
  employer: { id: 'e1', name: '东升制衣' },
}

test('stored answers are shown with their questions in the reader’s language', () => {
  const rows = showAnswers(grievance, answers, 'zh', zh).flatMap((it) => it.rows)
  expect(rows.map((row) => row.value)).toEqual([
    '否',
    '工资没发、少发、拖欠',
    '三个月没发工资',
    '2026年8月',
    '12 人',
    '东升制衣',
  ])
  const english = showAnswers(grievance, answers, 'en', en).flatMap((it) => it.rows)
  expect(english.map((row) => row.value)).toContain('August 2026')
})

test('an answer of his own is shown in the worker’s words', () => {
  const [row] = showAnswers(grievance, { matter: { other: '宿舍漏水' } }, 'en', en)[0]?.rows ?? []
  expect(row?.value).toBe('宿舍漏水')
})

test('the vault is shown apart', () => {
  const words = zh
  const rows = showIdentity(grievance, { worker_name: '王芳' }, 'zh', words)
  expect(rows).toEqual([
    { name: 'worker_name', label: '您的姓名', value: '王芳', sensitive: false, isPhone: false },
  ])
})

test('the number of an identity card is masked where it is shown back, and whole in the vault', () => {
  const words = zh
  const card = { type: 'resident_id', name: 'card', label: { zh: '身份证号', en: 'Card' } }
  const home = { type: 'address', name: 'home', label: { zh: '住址', en: 'Home' }, identity: true }
  const pages = [{ id: 'you', title: { zh: '您', en: 'You' }, fields: [card, home] }]
  const form = v.parse(definitionSchema, { ...standardForms.suggestion, category: 'other', pages })
  const values = (rows: { value: string }[]) => rows.map(({ value }) => value)
  const stored = { card: '11010519491231002X', home: '东路 8 号', former: '王芳' }
  expect(values(showIdentityBack(form, stored, 'zh', words))).toEqual([
    '110***********002X',
    '东路 8 号',
    '王芳',
  ])
  expect(values(showIdentity(form, stored, 'zh', words))).toEqual(['11010519491231002X', '东路 8 号', '王芳'])
})

test('an address of the vault is shown back as the one line that it is there', () => {
  const home = { type: 'address', name: 'home', label: { zh: '住址', en: 'Home' }, identity: true }
  const pages = [{ id: 'you', title: { zh: '您', en: 'You' }, fields: [home] }]
  const form = v.parse(definitionSchema, { ...standardForms.suggestion, category: 'other', pages })
  const [row] = showIdentityBack(form, { home: '青石县 柳湾镇' }, 'zh', zh)
  expect(row?.value).toBe('青石县 柳湾镇')
})
