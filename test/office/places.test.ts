import { env } from 'cloudflare:workers'
import { beforeEach, expect, test } from 'vitest'
import { addSite } from '../../src/forms/placing.ts'
import { publish } from '../../src/forms/versions.ts'
import { catalogs } from '../../src/i18n/catalog.ts'
import { query, urls } from '../../src/urls.ts'
import { townAnew } from '../support/town/anew.ts'
import { makerOf, pastedForm } from '../support/town/making.ts'
import { logged } from '../support/town/office.ts'
import { at, clock, read } from '../support/town/pages.ts'
import { monday, type Town } from '../support/town/town.ts'
import { trainingOf } from '../support/training-form.ts'

const words = catalogs.zh.seats.setting
let here: Town
beforeEach(async () => {
  clock.now = monday
  here = await townAnew(env.DB)
})

test('a form says how many it takes and whether others may wait, and a wrong number is told', async () => {
  const office = await at('administrator')
  const home = urls.officeForm(await pastedForm(office, 'training', trainingOf()))
  const set = await office.post(home, { act: 'seats', seats: '20', waits: 'yes' })
  expect(set.headers.get('location')).toBe(home + query({ done: 'seats' }))
  const page = await (await office.get(home)).text()
  expect(page).toMatch(/name="seats"[^>]*value="20"/)
  expect(page).toMatch(/name="waits"[^>]*checked/)
  for (const seats of ['-1', '2.5', 'many', '1000000']) {
    const wrong = await office.post(home, { act: 'seats', seats })
    expect(wrong.status).toBe(422)
    const text = await wrong.text()
    expect(read(text)).toContain(words.wrong)
    expect(text).toContain(`value="${seats}"`)
  }
  for (const seats of ['1,200', '１，２００', ' 1200 ']) {
    expect((await office.post(home, { act: 'seats', seats })).status).toBe(303)
    expect(await (await office.get(home)).text()).toMatch(/name="seats"[^>]*value="1200"/)
  }
  await office.post(home, { act: 'seats', seats: '' })
  expect(await (await office.get(home)).text()).toMatch(/name="seats"[^>]*value=""/)
})

test('a form by which cases are filed has no number', async () => {
  const office = await at('administrator')
  const home = urls.officeForm('grievance')
  expect(await (await office.get(home)).text()).not.toContain('name="seats"')
  expect((await office.post(home, { act: 'seats', seats: '3' })).status).toBe(400)
})

test('nor has one that asks about danger, nor any of its sites', async () => {
  const { db, scene, people } = here
  const [course, ...more] = trainingOf().pages
  const fields = course?.fields.map((field) => ({ ...field, dangerWhen: ['morning'] }))
  const definition = { ...trainingOf(), pages: [{ ...course, fields }, ...more] }
  const form = await publish(db, { slug: 'training', definition, now: scene.now })
  const formId = form.ok ? form.formId : ''
  const site = await addSite(
    { ...scene, by: people.administrator },
    { id: 'union', path: '000100010001' },
    { formId, enterpriseId: '', place: { zh: '培训室', en: 'The classroom' } },
  )
  const office = await at('administrator')
  for (const home of [urls.officeForm(formId), urls.officeSite(site.ok ? site.code : '')]) {
    expect(await (await office.get(home)).text()).not.toContain('name="seats"')
    expect((await office.post(home, { act: 'seats', seats: '3' })).status).toBe(400)
  }
})

test('so does a site, for whoever administers it', async () => {
  const { db, scene, people } = here
  const form = await publish(db, { slug: 'training', definition: trainingOf(), now: scene.now })
  const place = { zh: '培训室', en: 'The classroom' }
  const site = await addSite(
    { ...scene, by: people.administrator },
    { id: 'union', path: '000100010001' },
    { formId: form.ok ? form.formId : '', enterpriseId: '', place },
  )
  const home = urls.officeSite(site.ok ? site.code : '')
  const office = await at('administrator')
  expect((await office.post(home, { act: 'seats', seats: '12' })).status).toBe(303)
  expect(await (await office.get(home)).text()).toMatch(/name="seats"[^>]*value="12"/)
  expect((await office.post(home, { act: 'seats', seats: 'x' })).status).toBe(422)
  expect(await logged(here)).toContain(`administrator site_limited ${site.ok && site.code}`)
})

test('an option has its number where it is written, and it holds from publishing on', async () => {
  const office = await at('administrator')
  const id = await pastedForm(office, 'training', trainingOf())
  const making = makerOf(office, id)
  await making.begin()
  const question = urls.officeFormQuestion(id, 'session')
  const page = await making.page(question)
  expect(page).toContain('name="options-morning-quota"')
  const written = {
    ...{ act: 'save', 'label-zh': '哪一期？', 'label-en': 'Which one?', required: 'yes' },
    ...{ 'options-morning-zh': '上午班', 'options-morning-en': 'Mornings' },
    ...{ 'options-evening-zh': '晚上班', 'options-evening-en': 'Evenings' },
    ...{ 'options-morning-order': '1', 'options-evening-order': '2' },
  }
  await making.send(question, { ...written, 'options-morning-quota': '８', 'options-evening-quota': '' })
  const published = await making.publish()
  expect(published.headers.get('location') ?? read(await published.text())).toContain('published=2')
  const [row] = await here.db.all<{ of: string; most: number }>('select of, most from quotas')
  expect(row).toEqual({ of: 'session.morning', most: 8 })
})
