import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, test } from 'vitest'
import { openDb } from '../../../src/db/client.ts'
import { publish } from '../../../src/forms/versions.ts'
import { urls } from '../../../src/urls.ts'
import { browser } from '../../support/app.ts'
import { app, read, tokenIn } from '../../support/town/pages.ts'
import { monday } from '../../support/town/town.ts'
import { formOf, text } from '../examples.ts'
import { hurriedTown, openedForm } from '../one-question.ts'
import { asking } from './asking.ts'

const trades = [
  ['电焊工', 'Arc welder'],
  ['焊工', 'Welder'],
  ['铆焊工', 'Riveter'],
  ['电工', 'Electrician'],
  ['机修 钳工', 'Fitter'],
].map(([zh, en], at) => ({ value: `t${at}`, label: { zh, en } }))

const settings = { type: 'list', options: trades }
const typed = (name: string, id?: string) => asking(settings)({ '': name, ...(id && { '-id': id }) })

describe('what goes by the words that were typed', () => {
  test.each([
    ['the whole name', '电工', '电工'],
    ['a part of it', '铆', '铆焊工'],
    ['another language, whatever the case and width', 'ＥＬＥＣtri', '电工'],
    ['without the gap that it has', '机修钳', '机修 钳工'],
    ['with a gap that it has not', '铆 焊', '铆焊工'],
    ['just that, though others have it in them', '焊工', '焊工'],
  ])('is found by %s', (_, name, shown) => {
    expect(typed(name).shown).toBe(shown)
  })

  test('is chosen where it is several, of those that go by the words alone', () => {
    expect(typed('焊').error).toBe('several')
    expect(typed('焊', 't2').answer).toBe('t2')
    expect(typed('焊', 't3').error).toBe('several')
  })

  test('is no more what was retired, but by its whole name', () => {
    const [first, ...others] = trades
    const answer = asking({ ...settings, options: [{ ...first, retired: true }, ...others] })
    expect(answer({ '': '电' }).answer).toBe('t3')
    expect(answer({ '': '电焊工' }).answer).toBe('t0')
  })

  test('is nothing where nobody listed it', () => {
    expect(typed('厨师').error).toBe('not_listed')
  })
})

describe('the page', () => {
  beforeAll(hurriedTown)

  const many = Array.from({ length: 500 }, (_, at) => ({
    value: `v${at}`,
    label: { zh: `第 ${at} 村`, en: `Village ${at}` },
  }))
  const radios = (page: string) =>
    [...page.matchAll(/name="asked-id" value="(\w+)"/g)].map(([, value]) => value)

  test('lets one be chosen of those that are found, which begin so first, and leads there', async () => {
    const { sent } = await openedForm(settings)
    const page = await sent({ '': '电' })
    expect(radios(page)).toEqual(['t0', 't3'])
    expect(page).toMatch(/<a href="#asked-id">问：有 2 项符合/)
    expect(read(await sent({ '': '电', '-id': 't3' }))).toMatch(/请核对.*电工/)
  })

  test('leads there for each of several, too', async () => {
    const fields = [{ ...settings, name: 'trade', label: text('问') }]
    const each = { id: 'each', kind: 'repeat', title: text('s'), entries: { one: text('人') }, fields }
    const definition = { ...formOf(text('t')), layout: 'paged', pages: [each] }
    await publish(openDb(env.DB), { slug: 'each', definition, now: monday })
    const phone = browser(app)
    const token = tokenIn(await (await phone.get(urls.form('each'))).text())
    const posted = { token, page: 'each', step: 'next', 'each-1-trade': '电' }
    const page = await (await phone.post(urls.form('each'), posted)).text()
    expect(page).toMatch(/<a href="#each-1-trade-id">人 1 · 问：有 2 项符合/)
    expect(page).toMatch(/id="each-1-trade-id" type="radio"/)
  })

  test('shows eight of many, and asks for more of the name', async () => {
    const { sent } = await openedForm({ ...settings, options: many })
    const page = await sent({ '': '村' })
    expect(radios(page)).toHaveLength(8)
    expect(read(page)).toContain('问：有 500 项符合，下面是前 8 项；没有您要的，请写得更具体')
  })

  test('still shows them to who comes back to change it, with the one that he chose', async () => {
    const { sent } = await openedForm(settings)
    const page = await sent({ '': '电', '-id': 't3' }, 'edit')
    expect(page).toMatch(/value="t3" checked/)
  })

  test('brings a short list along for the browser to offer, and none of a long one', async () => {
    expect((await openedForm(settings)).page).toMatch(/list="asked-list".*<datalist id="asked-list">/s)
    const { page } = await openedForm({ ...settings, options: many })
    expect(page).not.toMatch(/datalist|list=/)
    expect(page).toContain('名单里共 500 项')
  })
})
