import { env } from 'cloudflare:workers'
import { beforeEach, expect, test } from 'vitest'
import { forms, formVersions, sites } from '../../src/db/tables/forms.ts'
import { enterprises, organisations, staff } from '../../src/db/tables/orgs.ts'
import { suggestion } from '../../src/forms/standard/suggestion.ts'
import { settingsFrom } from '../../src/orgs/settings.ts'
import { urls } from '../../src/urls.ts'
import { answers, lastCase, openedToken, visitor } from '../intake/visitor.ts'
import { townAnew } from '../support/town/anew.ts'
import { pastedForm } from '../support/town/making.ts'
import { at, clock } from '../support/town/pages.ts'
import { monday, type Town } from '../support/town/town.ts'

/** Line breaks that end the head of a mail, a bell, and a mark that turns what follows. */
const unclean = '新\r\nBcc: evil@example.org\u2028\u0007\u202e名'
const clean = '新 Bcc: evil@example.org 名'
const names = (at: string) => ({ [`${at}-zh`]: unclean, [`${at}-en`]: unclean })
const cleanNames = { zh: clean, en: clean }

let here: Town

beforeEach(async () => {
  clock.now = monday
  here = await townAnew(env.DB)
})

test('a person, an organisation, an employer, a site and the federation are named in one clean line', async () => {
  const phone = await at('administrator')
  const person = { name: unclean, email: 'lin@union.example', role: 'handler', org: 'township' }
  await phone.post(urls.officeStaff, person)
  await phone.post(urls.officeOrg('township'), { act: 'add', ...names('add') })
  await phone.post(urls.officeOrg('union'), { act: 'rename', ...names('rename') })
  await phone.post(urls.officeEnterprises('union'), names('enterprise'))
  await phone.post(urls.officeEnterprise('township', 'depot'), names('depot'))
  await phone.post(urls.officeSites, { org: 'township', form: 'grievance', ...names('place') })

  const { db } = here
  expect((await db.select().from(staff)).filter((it) => it.name === clean)).toHaveLength(1)
  const named = [
    ...(await db.select({ name: organisations.name }).from(organisations)),
    ...(await db.select({ name: enterprises.name }).from(enterprises)),
    ...(await db.select({ name: sites.place }).from(sites)),
  ].filter(({ name }) => JSON.stringify(name).includes('Bcc'))
  expect(named).toEqual(Array(5).fill({ name: cleanNames }))
})

test.each([
  [urls.officeStaff, { email: 'lin@union.example', role: 'handler', org: 'township' }, 'name', 60],
  [urls.officeOrg('township'), { act: 'add', 'add-en': 'New' }, 'add-zh', 80],
  [urls.officeEnterprises('union'), { 'enterprise-zh': '新' }, 'enterprise-en', 120],
  [urls.officeSites, { org: 'township', form: 'grievance', 'place-en': 'New' }, 'place-zh', 80],
] as [string, Record<string, string>, string, number][])(
  'a name that is too long for %s is cut nowhere: it comes back whole, with its length',
  async (address, fields, name, most) => {
    const phone = await at('administrator')
    const long = '𠮷'.repeat(most + 1)
    const answer = await phone.post(address, { ...fields, [name]: long })
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain(`value="${long}"`)
    expect(page).toContain(`最多 ${most} 字，现在有 ${most + 1} 字`)
    const right = await phone.post(address, { ...fields, [name]: '𠮷'.repeat(most) })
    expect(right.status).toBe(303)
  },
)

test('the settings clean the name of the federation and of each number, and so do those from before', () => {
  const helplines = [{ number: '12351', name: { zh: unclean, en: unclean } }]
  const rows = Object.entries({ name: { zh: unclean, en: unclean }, helplines })
  const read = settingsFrom(rows.map(([key, value]) => ({ key, value, updatedAt: monday })))
  expect(read.name).toEqual(cleanNames)
  expect(read.helplines).toEqual([{ number: '12351', name: cleanNames }])
})

test('a form that is pasted has its title and questions cleaned, whatever its JSON escapes', async () => {
  const phone = await at('administrator')
  const draft = { ...suggestion, title: { zh: unclean, en: unclean } }
  await pastedForm(phone, 'ideas', draft)
  const [form] = (await here.db.select().from(forms)).filter(({ slug }) => slug === 'ideas')
  const [version] = (await here.db.select().from(formVersions)).filter(({ formId }) => formId === form?.id)
  expect(version?.definition).toMatchObject({
    texts: { zh: { 'form.title': clean }, en: { 'form.title': clean } },
  })
})

test('a worker’s own name and his employer’s are one line, and his story keeps its lines', async () => {
  const worker = visitor()
  const form = urls.form('grievance')
  const token = await openedToken(worker, form)
  const story = '第一行\r\n第二行\u0007'
  const identity = { named: 'yes', worker_name: unclean, worker_phone: '13800138000' }
  const typed = { ...answers, ...identity, story, employer: unclean, 'employer-id': 'none', token }
  expect((await worker.post(form, { ...typed, step: 'send' })).status).toBe(303)
  const filed = await lastCase()
  expect(JSON.parse(String(filed.answers))).toMatchObject({
    story: '第一行\n第二行',
    employer: { name: clean },
  })
  expect(JSON.parse(String(filed.details))).toMatchObject({ worker_name: clean })
})
