import { env } from 'cloudflare:workers'
import { beforeAll, expect, test } from 'vitest'
import { readDraft } from '../../src/forms/drafted-definitions.ts'
import type { Field } from '../../src/forms/fields.ts'
import { forgetForms } from '../../src/forms/kept-forms.ts'
import { urls } from '../../src/urls.ts'
import { browser } from '../support/app.ts'
import { townAnew } from '../support/town/anew.ts'
import { app, clock, read, tokenIn } from '../support/town/pages.ts'
import { monday } from '../support/town/town.ts'

type Type = Exclude<Field['type'], 'unknown'>

interface Example {
  settings?: object
  /** What is posted, by the end of the name of its control. */
  right: Record<string, string>
  /** How it is shown before it is sent. */
  shown: string
  /** The same for what is not taken, and the beginning of what is said of it. */
  wrong: Record<string, string>
  said: string
}

const text = (it: string) => ({ zh: it, en: it })
const options = ['红', '绿'].map((label, index) => ({ value: `o${index}`, label: text(label) }))
const one = (value: string) => ({ '': value })

/** Of each kind that takes an answer what is taken, and what is not. */
const examples: Record<Exclude<Type, 'note'>, Example> = {
  text: { right: one('西门'), shown: '西门', wrong: one('字'.repeat(201)), said: '“问”最多 200 字' },
  long_text: { right: one('西门'), shown: '西门', wrong: one('字'.repeat(2001)), said: '“问”最多 2000 字' },
  choice: { settings: { options }, right: one('o1'), shown: '绿', wrong: one('o2'), said: '问：请从给出的' },
  choices: { settings: { options }, right: one('o0'), shown: '红', wrong: one('o2'), said: '问：请从给出的' },
  yes_no: { right: one('yes'), shown: '是', wrong: one('maybe'), said: '问：请从给出的' },
  number: { settings: { max: 9 }, right: one('７'), shown: '7', wrong: one('10'), said: '问：不能大于 9' },
  scale: {
    settings: { steps: ['很差', '差', '一般', '好', '很好'].map(text) },
    ...{ right: one('4'), shown: '4 好', wrong: one('6'), said: '问：请从给出的' },
  },
  date: {
    right: { '-year': '2026', '-month': '3', '-day': '8' },
    ...{
      shown: '2026年3月8日',
      wrong: { '-year': '2026', '-month': '13', '-day': '8' },
      said: '问：没有这个月',
    },
  },
  phone: { right: one('138 1234 5678'), shown: '13812345678', wrong: one('1381'), said: '问：请填 11 位' },
  email: { right: one('a＠b.cn'), shown: 'a@b.cn', wrong: one('a@b'), said: '问：请填完整的邮箱' },
  credit_code: {
    right: one('91350100m000100y43'),
    ...{ shown: '91350100M000100Y43', wrong: one('91350100M000100Y44'), said: '问：请核对' },
  },
  enterprise: {
    right: one('无名小店'),
    shown: '无名小店',
    wrong: one('字'.repeat(121)),
    said: '“问”最多 120 字',
  },
  consent: { right: one('yes'), shown: '', wrong: one('no'), said: '问：请从给出的' },
}

let place: string

beforeAll(async () => {
  clock.now = monday
  const here = await townAnew(env.DB)
  place = urls.form('grievance')
  await here.db.run(
    "insert or replace into settings (key, value, updated_at) values ('minimumFillSeconds', '0', 0)",
  )
})

/** A form that asks one question; what its page says once it was answered. */
async function answering(type: Type, { settings }: Example, given: Record<string, string>): Promise<string> {
  const draft = readDraft({
    ...{ title: text('t'), intro: text('i'), readers: text('r'), use: text('u') },
    ...{ category: 'other', modes: ['complaint'], allowAnonymous: true },
    sections: [
      { title: text('s'), fields: [{ type, name: 'asked', label: text('问'), required: true, ...settings }] },
    ],
  })
  if (!draft.ok) throw new Error(JSON.stringify(draft.problems))
  await env.DB.prepare('update form_versions set definition = ?').bind(JSON.stringify(draft.definition)).run()
  forgetForms()
  const phone = browser(app)
  const page = await (await phone.get(place)).text()
  for (const end of Object.keys(given)) expect(page, end).toContain(`name="asked${end}"`)
  const posted = Object.fromEntries(Object.entries(given).map(([end, value]) => [`asked${end}`, value]))
  const fields = { token: tokenIn(page), step: 'check', mode: 'complaint', named: 'no', ...posted }
  return read(await (await phone.post(place, fields)).text())
}

test.each(Object.entries(examples))(
  'a question of the kind %s is asked, answered and shown',
  async (type, it) => {
    const page = await answering(type as Type, it, it.right)
    expect(page).toContain('请核对')
    expect(page).toContain(it.shown)
  },
)

test.each(Object.entries(examples))(
  'of the kind %s what is wrong is said at the question',
  async (type, it) => {
    expect(await answering(type as Type, it, it.wrong)).toContain(it.said)
  },
)

test.each(Object.entries(examples))('of the kind %s what is missing is said', async (type, it) => {
  const nothing = Object.fromEntries(Object.keys(it.right).map((end) => [end, '']))
  expect(await answering(type as Type, it, nothing)).toMatch(/请填写：问|请选择：问|需要您勾选同意/)
})
