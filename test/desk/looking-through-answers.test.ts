import { env } from 'cloudflare:workers'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openDb } from '../../src/db/client.ts'
import { lookThrough } from '../../src/exports/looking-through.ts'
import { keptVersions } from '../../src/forms/kept-definitions.ts'
import { query, urls } from '../../src/urls.ts'
import { multiply } from '../support/multiplying.ts'
import { explaining } from '../support/plans.ts'
import { countingReads } from '../support/rows-read.ts'
import { replacedIn } from '../support/town/office.ts'
import { at, clock, read } from '../support/town/pages.ts'
import { codes } from '../support/town/places.ts'
import { monday, succeeded } from '../support/town/town.ts'
import { here, open, see } from './desk.ts'

beforeAll(open)
beforeEach(async () => {
  clock.now = monday
  await here.forgetCases()
})

const told = (story: string, matter = 'wages') => ({ answers: { matter, story } })
const page = async (asked: Record<string, string> = {}, who = 'officer') =>
  (await see(who, urls.deskAnswers('grievance') + query(asked))).text
const idsIn = (text: string) =>
  [...text.matchAll(/class="what" href="\/desk\/cases\/([^"]+)"/g)].map(([, id]) => id)

describe('the answers to a form, as a list', () => {
  test('have each filing with its questions and answers, and a way to its case', async () => {
    const held = await here.file({
      answers: { matter: 'wages', danger: true, people: 12, story: '九月没发', agreed: true },
    })
    const text = await page()
    expect(idsIn(text)).toEqual([held.id])
    for (const told of ['工资没发、少发、拖欠', '12 人', '九月没发']) expect(read(text)).toContain(told)
    expect(read(text)).not.toContain('我同意')
  })

  test('never hold what names a worker, nor a case that this person does not see', async () => {
    await here.file({ identity: { worker_name: '王芳', worker_phone: '13812345678' } })
    await here.file({ category: 'harassment', ...told('不给看') })
    const text = await page()
    expect(idsIn(text)).toHaveLength(1)
    expect(text).not.toMatch(/王芳|13812345678|不给看/)
    for (const who of ['administrator', 'auditor']) expect(idsIn(await page({}, who))).toEqual([])
  })

  test('say of what is gone why it is not there', async () => {
    const erased = await here.file(told('删掉的'))
    succeeded(await here.workerDoes(erased, 'erase_words'))
    const text = await page()
    expect(text).toContain('职工已删除')
    expect(text).not.toContain('删掉的')
  })
})

describe('narrowed', () => {
  test('by day, site, category and state, and by what was chosen', async () => {
    const first = await here.file({ siteCode: codes.safety, ...told('一') })
    const later = await here.at('2026-09-22T01:00:00Z').file({ category: 'hours', ...told('二', 'hours') })
    const found = async (asked: Record<string, string>) => idsIn(await page(asked))
    clock.now = new Date('2026-09-22T02:00:00Z')
    expect(await found({})).toEqual([later.id, first.id])
    expect(await found({ to: '2026-09-21' })).toEqual([first.id])
    expect(await found({ from: '2026-09-22', to: '2026-09' })).toEqual([later.id])
    expect(await found({ site: codes.safety.toLowerCase() })).toEqual([first.id])
    expect(await found({ category: 'hours' })).toEqual([later.id])
    expect(await found({ state: 'closed' })).toEqual([])
    expect(await found({ chosen: 'matter.hours' })).toEqual([later.id])
    expect(read(await page({ chosen: 'matter.hours' }))).toContain('这一页打开了 2 份来找')
  })

  test('by a place, whichever of its codes one has', async () => {
    const before = await here.file({ siteCode: codes.safety, ...told('一') })
    await here.file(told('别处'))
    const code = await replacedIn(here, codes.safety)
    const after = await here.at('2026-09-22T01:00:00Z').file({ siteCode: code, ...told('二') })
    for (const site of [codes.safety, code])
      expect(idsIn(await page({ site }))).toEqual([after.id, before.id])
  })

  test('by what cannot be read it says so beside the field, and shows nothing as if it were all', async () => {
    await here.file()
    const text = await page({ from: 'last week', site: '!' })
    expect(text).toContain('写成年月日')
    expect(text).toContain('点位编号有五个字符')
    expect(idsIn(text)).toEqual([])
  })

  test('goes into the file as it is', async () => {
    const [wages, hours] = [await here.file(told('一')), await here.file(told('二', 'hours'))]
    const take = async (asked: Record<string, string>) =>
      (await (await at('officer')).post(urls.deskAnswersCsv('grievance'), asked)).text()
    expect(await take({ chosen: 'matter.hours' })).toContain(`\r\n${hours.number},`)
    expect(await take({ chosen: 'matter.hours' })).not.toContain(`\r\n${wages.number},`)
    expect(await take({ from: '2026-09-22' })).not.toContain('\r\n')
  })
})

describe('however many there are', () => {
  test('a page has twenty, and each filing stands on one of them', async () => {
    const first = await here.file()
    await multiply(env.DB, first, 70, 60_000)
    const all: (string | undefined)[] = []
    let href: string | undefined = urls.deskAnswers('grievance')
    const sizes = []
    while (href) {
      const text: string = (await see('officer', href)).text
      const ids = idsIn(text)
      sizes.push(ids.length)
      all.push(...ids)
      href = /href="([^"]+)" rel="next"/.exec(text)?.[1]?.replaceAll('&amp;', '&')
    }
    expect(sizes).toEqual([20, 20, 20, 11])
    expect(new Set(all).size).toBe(71)
  })

  test('a page reads no more than it may, though nobody here sees any of them', async () => {
    const first = await here.file()
    await multiply(env.DB, first, 3000, 1000)
    const { d1, rowsRead } = countingReads(env.DB)
    const { explained, walks } = explaining(d1)
    const { scene, people } = here.with({ db: openDb(explained) })
    const versions = await keptVersions(scene.db, 'grievance')
    const wanted = { by: people.officer, narrowing: { state: 'closed' as const }, zone: 'Asia/Shanghai' }
    const look = await lookThrough(scene, wanted, versions, { after: undefined, mostOpened: 100 })
    expect(look.filings).toEqual([])
    expect(look.next).not.toBeNull()
    expect(await walks()).toEqual([])
    expect((await rowsRead()).rows).toBeLessThan(4 * 500)
  })
})
