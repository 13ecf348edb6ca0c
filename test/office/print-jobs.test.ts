import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { sites } from '../../src/db/tables/forms.ts'
import { limitSite } from '../../src/forms/changing-sites.ts'
import { limitForm } from '../../src/forms/opening.ts'
import { sheetsAtOnce } from '../../src/office/sites/sites-to-print.ts'
import { query, urls } from '../../src/urls.ts'
import { townAnew } from '../support/town/anew.ts'
import { officeOf, orgOf } from '../support/town/office.ts'
import { at, clock, read } from '../support/town/pages.ts'
import { codes, type OrgId } from '../support/town/places.ts'
import { settingsForm } from '../support/town/settings-form.ts'
import { days } from '../support/town/times.ts'
import { monday, type Town } from '../support/town/town.ts'

let here: Town
beforeEach(async () => {
  clock.now = monday
  here = await townAnew(env.DB)
})

const get = async (address: string) => await (await at('administrator')).get(address)
const printed = (html: string) => [...html.matchAll(/<svg[^>]* id="(\w{5})"/g)].map((it) => it[1])

/** So many more sites like the one at the gate. */
async function plantSites(orgId: OrgId, codesOfThem: string[]) {
  const [site] = await here.db.select().from(sites).where(eq(sites.code, codes.grievance))
  for (const code of codesOfThem) if (site) await here.db.insert(sites).values({ ...site, code, orgId })
}

test('all open sites of an organisation and of those below it are one print job, union by union', async () => {
  await plantSites('township', ['X2222'])
  await plantSites('elsewhereUnion', ['C2222'])
  const ofAll = await (await get(urls.officePosters + query({ org: 'federation' }))).text()
  expect(printed(ofAll)).toEqual(['X2222', ...[codes.grievance, codes.safety].sort(), 'C2222'])
  const ofOne = await (await get(urls.officePosters + query({ org: 'township', size: 'stickers' }))).text()
  expect(printed(ofOne)).toEqual(['X2222', ...[codes.grievance, codes.safety].sort()])
  expect(ofOne.match(/<use href="#X2222"/g)).toHaveLength(3)
})

test('a print job of more than a hundred sheets comes in parts, of which none leaves out a site', async () => {
  const many = Array.from({ length: sheetsAtOnce }, (_, at) => `X${String(at).padStart(4, '0')}`)
  await plantSites('union', many)
  const first = await (await get(urls.officePosters + query({ org: 'union' }))).text()
  expect(printed(first)).toHaveLength(sheetsAtOnce)
  const next = /href="([^"]*after=[^"]*)">[^<]*<\/a><\/p>/.exec(first)?.[1] ?? ''
  const rest = await (await get(next.replaceAll('&amp;', '&'))).text()
  expect([...printed(first), ...printed(rest)].sort()).toEqual(
    [codes.grievance, codes.safety, ...many].sort(),
  )
})

test('a print job leaves out what is over, and says so; what is still to come is printed', async () => {
  await plantSites('township', ['X2222', 'X3333'])
  await limitSite(
    officeOf(here),
    { code: 'X2222', org: await orgOf(here, 'township') },
    { opensAt: null, closesAt: days(-1) },
  )
  await limitSite(
    officeOf(here),
    { code: 'X3333', org: await orgOf(here, 'township') },
    { opensAt: days(1), closesAt: null },
  )
  await limitForm(officeOf(here), { id: 'safety', slug: 'safety' }, { opensAt: null, closesAt: days(-1) })
  const job = await (await get(urls.officePosters + query({ org: 'township' }))).text()
  expect(printed(job)).toEqual(['X3333', codes.grievance])
  expect(read(job)).toContain('有 2 个点位已经结束，没有打印')
})

test('a filter is printed as it stands', async () => {
  await plantSites('elsewhereUnion', ['X2222'])
  const filter = { q: '门', of: 'grievance' }
  expect(await (await get(urls.officeSites + query(filter))).text()).toContain('打印这些海报')
  const job = await (await get(urls.officePosters + query(filter))).text()
  expect(printed(job)).toEqual([codes.grievance, 'X2222'])
  expect(job).toMatch(/href="[^"]*of=grievance[^"]*size=a3|href="[^"]*size=a3[^"]*of=grievance/)
})

test('a poster says what is true of its form', async () => {
  const poster = read(await (await get(urls.officePoster(codes.grievance))).text())
  for (const words of ['24 小时内', '可以不留姓名', '12351', 'You need not give your name'])
    expect(poster.replaceAll(/\s+/g, ' ')).toContain(words)
  await plantSites('union', ['X2222', 'X3333'])
  await here.db.update(sites).set({ formId: 'joining' }).where(eq(sites.code, 'X2222'))
  expect(read(await (await get(urls.officePoster('X2222'))).text())).not.toContain('可以不留姓名')
})

test('a poster is a file of its own that asks for nothing from outside', async () => {
  const answer = await get(urls.officePosterDrawing(codes.grievance))
  expect(answer.headers.get('content-type')).toContain('image/svg+xml')
  expect(answer.headers.get('content-disposition')).toBe(
    `attachment; filename="poster-${codes.grievance}.svg"`,
  )
  const drawing = await answer.text()
  expect(drawing.startsWith('<?xml')).toBe(true)
  expect(drawing).toContain('向工会反映问题')
  expect(drawing.replace('xmlns="http://www.w3.org/2000/svg"', '')).not.toMatch(
    /href=|src=|url\(|@import|https?:\/\/www/,
  )
})

test('a poster carries a second address where the federation has one', async () => {
  const phone = await at('administrator')
  const second = 'https://hy.example.cn/'
  expect((await phone.post(urls.officeSettings, { ...settingsForm, secondAddress: second })).status).toBe(303)
  expect(await (await phone.get(urls.officeSettings)).text()).toMatch(
    /name="secondAddress"[^>]*value="https:\/\/hy\.example\.cn"/,
  )
  const poster = await (await phone.get(urls.officePoster(codes.grievance))).text()
  expect(poster).toContain(`hy.example.cn${urls.site(codes.grievance)}`)
})
