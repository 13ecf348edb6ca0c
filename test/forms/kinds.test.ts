import { env } from 'cloudflare:workers'
import { beforeAll, expect, test } from 'vitest'
import { readDraft } from '../../src/forms/drafted-definitions.ts'
import { forgetForms } from '../../src/forms/kept-forms.ts'
import { urls } from '../../src/urls.ts'
import { browser } from '../support/app.ts'
import { townAnew } from '../support/town/anew.ts'
import { app, clock, read, tokenIn } from '../support/town/pages.ts'
import { monday } from '../support/town/town.ts'
import { type Example, examples, formOf, type Kind, text } from './examples.ts'

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
async function answering(type: Kind, { settings }: Example, given: Record<string, string>): Promise<string> {
  const question = { type, name: 'asked', label: text('问'), required: true, ...settings }
  const draft = readDraft({ ...formOf(text('t')), sections: [{ title: text('s'), fields: [question] }] })
  if (!draft.ok) throw new Error(JSON.stringify(draft.problems))
  await env.DB.prepare('update form_versions set definition = ?').bind(JSON.stringify(draft.definition)).run()
  forgetForms()
  const phone = browser(app)
  const page = await (await phone.get(place)).text()
  for (const end of Object.keys(given)) expect(page, end).toContain(`name="asked${end}"`)
  const posted = Object.fromEntries(Object.entries(given).map(([end, value]) => [`asked${end}`, value]))
  const fields = { token: tokenIn(page), step: 'check', mode: 'complaint', named: 'yes', ...posted }
  return read(await (await phone.post(place, fields)).text())
}

test.each(Object.entries(examples))(
  'a question of the kind %s is asked, answered and shown',
  async (type, it) => {
    const page = await answering(type as Kind, it, it.right)
    expect(page).toContain('请核对')
    expect(page).toContain(it.shown)
  },
)

test.each(Object.entries(examples))(
  'of the kind %s what is wrong is said at the question',
  async (type, it) => {
    expect(await answering(type as Kind, it, it.wrong)).toContain(it.said)
  },
)

test.each(Object.entries(examples))('of the kind %s what is missing is said', async (type, it) => {
  const nothing = Object.fromEntries(Object.keys(it.right).map((end) => [end, '']))
  expect(await answering(type as Kind, it, nothing)).toMatch(
    /请填写：问|请选择：问|需要您勾选同意|属实就勾选：问/,
  )
})
