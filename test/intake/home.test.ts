import { beforeAll, expect, test } from 'vitest'
import { settingsFrom } from '../../src/orgs/settings.ts'
import { query, urls } from '../../src/urls.ts'
import { found, sites, visitor } from './visitor.ts'

beforeAll(found)

test('the home page says what this is, lists the forms and shows the helplines', async () => {
  const page = await (await visitor().get(urls.home)).text()
  const texts = [
    settingsFrom([]).name.zh,
    '听您说话',
    urls.form('grievance'),
    '向工会反映问题',
    'name="code"',
  ]
  for (const text of [...texts, 'name="receipt"', 'tel:12351']) expect(page).toContain(text)
})

test('home leads first to the form that most come for, then to a case, then to other forms and a code', async () => {
  const page = await (await visitor().get(urls.home)).text()
  const ways = [
    `class="button wide" href="${urls.form('grievance')}"`,
    'name="receipt"',
    urls.form('safety'),
    'name="code"',
    urls.board,
  ]
  const places = ways.map((way) => page.indexOf(way))
  expect(Math.min(...places)).toBeGreaterThan(0)
  expect(places).toEqual([...places].sort((a, b) => a - b))
  expect(page.match(/class="button/g)).toHaveLength(1)
})

test('the code is folded, and open again with what was typed wrong', async () => {
  const folded = /<details( open="")?><summary>扫不了墙上的码/
  expect(folded.exec(await (await visitor().get(urls.home)).text())?.[1]).toBeUndefined()
  expect(folded.exec(await (await visitor().get(`${urls.home}?code=hello`)).text())?.[1]).toBeDefined()
})

test('a code typed at home leads to its form, in any way of writing it', async () => {
  for (const typed of ['cg7 h4', '「ＣＧ７Ｈ４」', 'https://huying.example/q/CG7H4/']) {
    const response = await visitor().get(urls.home + query({ code: typed }))
    expect([response.status, response.headers.get('location')]).toEqual([303, sites.grievance])
  }
})

test('an address that was copied with a slash at its end is the same address', async () => {
  for (const path of [sites.grievance, urls.form('suggestion'), urls.follow, urls.board])
    expect((await visitor().get(`${path}/`)).status, path).toBe(200)
  expect((await visitor().get(`${urls.followLink('C23FGH45JM67PQ89')}/`)).status).toBe(303)
})

test('what cannot be a code is told beside the field', async () => {
  const response = await visitor({ lang: 'en' }).get(`${urls.home}?code=hello`)
  expect(response.status).toBe(422)
  expect(await response.text()).toContain('Please type 5 letters and digits')
})

test('demo sites are listed in a demo, and nowhere else', async () => {
  expect(await (await visitor().get(urls.home)).text()).not.toContain(sites.grievance)
  expect(await (await visitor({ env: { demo: true } }).get(urls.home)).text()).toContain(sites.grievance)
})
