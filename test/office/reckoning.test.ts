import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, test } from 'vitest'
import { workingCopies } from '../../src/db/tables/forms.ts'
import { urls } from '../../src/urls.ts'
import { townAnew } from '../support/town/anew.ts'
import { makerOf } from '../support/town/making.ts'
import { at, clock, read } from '../support/town/pages.ts'
import { monday, type Town } from '../support/town/town.ts'

let here: Town
let office: Awaited<ReturnType<typeof at>>

const id = 'suggestion'
const [logic, text] = [urls.officeFormLogic(id), urls.officeFormText(id)]
const pair = (zh: string) => ({ zh, en: `E ${zh}` })
const asked = (name: string, type: string, zh: string) => ({ name, type, label: pair(zh) })

/** A form that asks what a household has, and when. */
const household = {
  ...{ title: pair('家庭'), intro: pair('填'), readers: pair('谁'), use: pair('用') },
  ...{ category: 'hardship', modes: ['complaint'], allowAnonymous: true, layout: 'paged' },
  pages: [
    {
      id: 'money',
      title: pair('收支'),
      fields: [
        asked('income', 'money', '收入'),
        asked('spending', 'money', '支出'),
        asked('people', 'number', '几口人'),
        asked('begun', 'date', '开始'),
        asked('ended', 'date', '结束'),
      ],
    },
    { id: 'more', title: pair('还有'), fields: [asked('story', 'long_text', '说说')] },
  ],
}

beforeEach(async () => {
  clock.now = monday
  here = await townAnew(env.DB)
  office = await at('administrator')
  await maker().begin()
  await maker().send(text, { json: JSON.stringify(household) })
})

const maker = () => makerOf(office, id)
const working = async () => (await here.db.select().from(workingCopies))[0]?.definition ?? {}
const valueAt = (answer: Response) => answer.headers.get('location')?.split('/').at(-1) ?? ''
async function valued(zh: string, question: string) {
  return valueAt(await maker().send(logic, { act: 'value', 'name-zh': zh, 'name-en': zh, question }))
}

describe('a value of a form', () => {
  test('is worked out in steps, each a sentence, and is seen in the trial', async () => {
    const left = await valued('剩下的', 'income')
    const [one, other] = [
      urls.officeFormValue(id, left),
      urls.officeFormValue(id, await valued('每人', 'income')),
    ]
    const named = { 'name-zh': '剩下的', 'name-en': 'What is left', kind: 'money' }
    await maker().send(one, { ...named, way: 'sub', 'part-0': 'ref-income' })
    await maker().send(one, { ...named, way: 'sub', 'part-0': 'ref-income', 'part-1': 'ref-spending' })
    expect(read(await maker().page(one))).toContain('“收入” － “支出”')
    await maker().send(other, {
      ...{ 'name-zh': '每人', 'name-en': 'Each', kind: 'money', way: 'div' },
      ...{ 'part-0': `ref-${left}`, 'part-1': 'ref-people' },
    })
    expect(read(await maker().page(logic))).toMatch(/剩下的 “收入” － “支出”.*每人 “剩下的” ÷ “几口人”/)
    const shown = { name: 'each', type: 'computed', label: pair('每人多少'), value: other.split('/').at(-1) }
    const { translated, ...whole } = await working()
    const [first, last] = household.pages
    const pages = [first, { ...last, fields: [shown, ...(last?.fields ?? [])] }]
    await maker().send(text, { json: JSON.stringify({ ...whole, pages }) })
    const tried = await maker().send(urls.officeFormPreview(id), {
      income: '900',
      spending: '300',
      people: '2',
    })
    expect(read(await tried.text())).toMatch(/算出来的数值 每人多少 300/)
  })

  test('takes numbers as yuan where it is money, and says where one is none', async () => {
    const address = urls.officeFormValue(id, await valued('合计', 'income'))
    const named = { 'name-zh': '合计', 'name-en': 'All', kind: 'money', way: 'add', 'part-0': 'ref-income' }
    await maker().send(address, { ...named, 'part-1-number': '12.5' })
    expect(await working()).toMatchObject({
      values: { [address.split('/').at(-1) ?? '']: { of: { add: [{ ref: 'income' }, 1250] } } },
    })
    expect(read(await maker().page(address))).toContain('“收入” ＋ 12.5')
    const wrong = await maker().send(address, { ...named, 'part-1-number': '很多' })
    expect([wrong.status, read(await wrong.text())]).toEqual([422, expect.stringContaining('请写数字')])
  })

  test('may be so only where a condition holds, and be looked at by a condition', async () => {
    const total = await valued('合计', 'income')
    const named = { 'name-zh': '很少', 'name-en': 'Little' }
    const begun = await maker().send(logic, { act: 'condition', ...named, question: total })
    const condition = valueAt(begun)
    const address = urls.officeFormCondition(id, condition)
    await maker().send(address, { act: 'save', ...named, 'relation-0': 'lt', 'value-0': '900' })
    expect(read(await maker().page(logic))).toContain('很少 “合计”小于900')
    const other = urls.officeFormValue(id, await valued('补助', 'income'))
    await maker().send(other, {
      ...{ 'name-zh': '补助', 'name-en': 'Help', kind: 'money', way: 'same', 'part-0-number': '500' },
      unless: condition,
      'otherwise-number': '0',
    })
    expect(read(await maker().page(other))).toContain('【很少】成立时是500，不然是0')
  })

  test('that says more than a sentence is read in words, and kept', async () => {
    const rich = { mul: [{ add: [{ ref: 'income' }, { ref: 'spending' }] }, 2] }
    const { translated, ...whole } = await working()
    const values = { rich: { name: pair('两倍'), kind: 'money', of: rich } }
    await maker().send(text, { json: JSON.stringify({ ...whole, values }) })
    const address = urls.officeFormValue(id, 'rich')
    expect(read(await maker().page(address))).toContain('（“收入” ＋ “支出”） × 2')
    await maker().send(address, { 'name-zh': '双倍', 'name-en': 'Double', kind: 'money' })
    expect(await working()).toMatchObject({ values: { rich: { name: { zh: '双倍' }, of: rich } } })
  })
})

describe('a check of a question', () => {
  test('compares one answer with another, in a sentence, and says its own words', async () => {
    const question = urls.officeFormQuestion(id, 'ended')
    const begun = await maker().send(question, { act: 'check', 'label-zh': '结束', 'label-en': 'End' })
    const address = begun.headers.get('location') ?? ''
    const missing = await maker().send(address, { act: 'save', 'relation-0': 'ge', 'other-0': 'begun' })
    expect(missing.status).toBe(422)
    await maker().send(address, {
      ...{ act: 'save', 'relation-0': 'ge', 'other-0': 'begun' },
      ...{ 'text-zh': '结束不能早于开始', 'text-en': 'Not before it begins' },
    })
    expect(read(await maker().page(question))).toMatch(/“结束”不早于“开始” 结束不能早于开始/)
    const day = (name: string, date: string) => {
      const [year = '', month = '', of = ''] = date.split('-')
      return { [`${name}-year`]: year, [`${name}-month`]: month, [`${name}-day`]: of }
    }
    const tried = await maker().send(urls.officeFormPreview(id), {
      ...day('begun', '2026-03-02'),
      ...day('ended', '2026-03-01'),
    })
    expect(read(await tried.text())).toContain('结束不能早于开始')
    await maker().send(address, { act: 'remove' })
    expect(read(await maker().page(question))).not.toContain('结束不能早于开始')
  })
})
