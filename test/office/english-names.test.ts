import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { sites } from '../../src/db/tables/forms.ts'
import { enterprises, organisations } from '../../src/db/tables/orgs.ts'
import { forgetRules, loadRules } from '../../src/orgs/rules.ts'
import { query, urls } from '../../src/urls.ts'
import { townAnew } from '../support/town/anew.ts'
import { at, clock, read } from '../support/town/pages.ts'
import { monday, type Town } from '../support/town/town.ts'

const mark = '(Chinese name)'

let here: Town
let phone: Awaited<ReturnType<typeof at>>
beforeEach(async () => {
  clock.now = monday
  here = await townAnew(env.DB)
  phone = await at('administrator')
})

const page = async (path: string, lang = 'en') =>
  (await phone.get(`${path}${path.includes('?') ? '&' : '?'}lang=${lang}`)).text()

test('a union without an English name is shown by its Chinese one, which says so; in Chinese nothing does', async () => {
  const added = await phone.post(urls.officeOrg('township'), {
    act: 'add',
    'add-zh': '临江社区工会',
    'add-en': '',
  })
  expect(added.status).toBe(303)
  const all = await here.db.select().from(organisations)
  const org = all.find(({ name }) => name.zh === '临江社区工会')
  const path = urls.officeOrg(org?.id ?? '')
  expect(read(await page(path))).toContain(`临江社区工会 ${mark}`)
  expect(await page(path, 'zh')).not.toContain(mark)
})

test('its form shows the English name as empty, and a Chinese name that changes takes it along', async () => {
  const path = urls.officeOrg('union')
  const rename = (zh: string) => phone.post(path, { act: 'rename', 'rename-zh': zh, 'rename-en': '' })
  expect((await rename('东升服装工会')).status).toBe(303)
  expect(await page(path)).toMatch(/name="rename-en"[^>]*value=""/)
  await rename('东升成衣工会')
  const [org] = await here.db.select().from(organisations).where(eq(organisations.id, 'union'))
  expect(org?.name).toEqual({ zh: '东升成衣工会', en: `东升成衣工会 ${mark}` })
})

test('employers without English names are not taken for one and the same', async () => {
  for (const zh of ['江南纺织厂', '江北纺织厂']) {
    const employer = { 'enterprise-zh': zh, 'enterprise-en': '', 'enterprise-code': '' }
    expect((await phone.post(urls.officeEnterprises('township'), employer)).status, zh).toBe(303)
  }
  const rows = await here.db.select().from(enterprises).where(eq(enterprises.orgId, 'township'))
  expect(rows.map((it) => it.status)).not.toContain('waiting')
  expect(rows.length).toBe(3)
})

test('a site needs no English place; its poster leaves out what there is not', async () => {
  const site = { org: 'township', form: 'suggestion', 'place-zh': '一号车间门口', 'place-en': '' }
  const answer = await phone.post(urls.officeSites, site)
  expect(answer.status).toBe(303)
  const [row] = await here.db.select().from(sites).where(eq(sites.orgId, 'township'))
  expect(read(await page(urls.officeSites + query({ org: 'township' })))).toContain(`一号车间门口 ${mark}`)
  const poster = read(await page(urls.officePoster(row?.code ?? '')))
  expect(poster).not.toContain(mark)
  expect(poster).toContain('一号车间门口')
  const nameless = await phone.post(urls.officeSites, { ...site, 'place-zh': '', 'place-en': 'Gate' })
  expect(nameless.status).toBe(422)
})

test('the federation, the one above and the helplines need no English names either', async () => {
  const form = await page(urls.officeSettings, 'zh')
  const attribute = (tag: string, name: string) => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? ''
  const inputs = [...form.matchAll(/<input[^>]*>/g)]
    .map(([tag]) => tag)
    .filter((tag) => / type="(text|email)"/.test(tag))
  const typed = Object.fromEntries(inputs.map((tag) => [attribute(tag, 'name'), attribute(tag, 'value')]))
  const selects = [...form.matchAll(/<select[^>]*name="(target-[^"]+)".*?<\/select>/gs)]
  const units = Object.fromEntries(
    selects.map(([select, name = '']) => [name, /value="(\w+)" selected/.exec(select)?.[1] ?? '']),
  )
  const sent = {
    ...typed,
    ...units,
    languages: ['zh', 'en'],
    way: 'binding',
    'name-zh': '望江县总工会',
    'name-en': '',
    'city-name-en': '',
    helplines: '12351 | 工会维权\n110 | 报警 | Police',
  }
  const answer = await phone.post(urls.officeSettings, sent)
  expect(answer.status, read(await answer.clone().text())).toBe(303)
  forgetRules()
  const { settings } = await loadRules(here.db, monday)
  expect(settings.name).toEqual({ zh: '望江县总工会', en: `望江县总工会 ${mark}` })
  expect(settings.helplines.map(({ name }) => name.en)).toEqual([`工会维权 ${mark}`, 'Police'])
  const again = await page(urls.officeSettings)
  expect(again).toMatch(/name="name-en"[^>]*value=""/)
  expect(again).toContain('12351 | 工会维权\n110 | 报警 | Police')
})
