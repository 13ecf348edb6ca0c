import { env } from 'cloudflare:workers'
import { readSheet } from 'read-excel-file/universal'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { makeAnswerFiles } from '../../src/desk/answers/making.ts'
import type { Platform } from '../../src/platform/types.ts'
import { urls } from '../../src/urls.ts'
import { tidy } from '../../src/watch/tidying.ts'
import { readCsv } from '../exports/reading-csv.ts'
import { multiply } from '../support/multiplying.ts'
import { bindings } from '../support/signed-in.ts'
import { logged } from '../support/town/office.ts'
import { at, clock, read } from '../support/town/pages.ts'
import { monday } from '../support/town/town.ts'
import { here, open } from './desk.ts'

const slice = { answersInFile: 20 }
/** What spreadsheets and XML take for something else. */
const story = '=1+1 <b>&amp;</b> "x"\n第二行 😀 _x0041_ \u0008'

beforeAll(open)
beforeEach(async () => {
  clock.now = monday
  await here.forgetCases()
  await env.DB.exec('delete from answer_files')
})

const lots = async () =>
  multiply(env.DB, await here.file({ answers: { matter: 'wages', people: 12, story } }), 49, 60_000)
const make = (changes: Partial<Platform> = {}, now = clock.now) =>
  makeAnswerFiles({ ...bindings(), ...slice, ...changes }, now)
async function makeAll() {
  for (let turn = 0; turn < 4; turn += 1) await make()
}

async function ask(kind: 'csv' | 'xlsx', asked: Record<string, string> = {}) {
  const officer = await at('officer', slice)
  const answer = await officer.post(urls.deskAnswerTables('grievance'), { kind, ...asked })
  const address = answer.headers.get('location') ?? ''
  return {
    answer,
    address,
    page: async () => read(await (await officer.get(address)).text()),
    fetch: () => officer.post(address),
  }
}

const slicesKept = async () => (await bindings().files.list('answers/')).length

describe('the answers made into one file', () => {
  test('come in slices, with how far it is, and hold each answer once', async () => {
    await lots()
    const file = await ask('csv')
    expect(file.answer.status).toBe(303)
    expect(await file.page()).toContain('看了 0 份，共 50 份')
    await make()
    expect(await file.page()).toContain('看了 20 份，共 50 份')
    expect((await file.fetch()).status).toBe(404)
    await makeAll()
    expect(await file.page()).toContain('里面有 50 份答案')
    const answer = await file.fetch()
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="huying-grievance.csv"')
    const [heads, ...rows] = readCsv(await answer.text())
    expect(heads?.[0]).toBe('编号 [number]')
    expect(new Set(rows.map(([number]) => number)).size).toBe(50)
    expect(rows.every((row) => row.at(-1) === '王受理 <officer@union.example> 2026-09-21 09:00')).toBe(true)
  })

  test('hold as a workbook, read by another library, in each cell what the parts hold', async () => {
    await lots()
    const file = await ask('xlsx')
    await makeAll()
    const whole = await readSheet(await (await file.fetch()).arrayBuffer(), { trim: false })
    const officer = await at('officer', { answersInFile: 1000 })
    const part = await officer.post(urls.deskAnswersXlsx('grievance'))
    expect(whole).toEqual(await readSheet(await part.arrayBuffer(), { trim: false }))
    expect(whole).toHaveLength(51)
    // The copies have no answers that could be opened; what was filed came last.
    expect(whole.at(-1)).toContain(12)
    expect(whole.at(-1)).toContain(story)
  })

  test('take what the list is narrowed to', async () => {
    await lots()
    const [wages, hours] = [
      await ask('csv', { chosen: 'matter.wages' }),
      await ask('csv', { chosen: 'matter.hours' }),
    ]
    for (let turn = 0; turn < 7; turn += 1) await make()
    expect(await wages.page()).toContain('里面有 1 份答案')
    expect(await hours.page()).toContain('里面有 0 份答案')
    expect(readCsv(await (await hours.fetch()).text())).toHaveLength(1)
  })

  test('are one however often it is asked for, and logged when it is and when it is taken', async () => {
    await lots()
    const before = (await logged(here)).length
    const [one, two] = [await ask('csv'), await ask('csv')]
    expect(one.address).toBe(two.address)
    await makeAll()
    await one.fetch()
    expect((await logged(here)).slice(before).filter((line) => line.includes('answers_taken'))).toEqual([
      'officer answers_taken grievance 1 – 50',
      'officer answers_taken grievance 1 – 50',
    ])
  })

  test('lie encrypted', async () => {
    await lots()
    await ask('csv')
    await make()
    const [name = ''] = await bindings().files.list('answers/')
    const bytes = await bindings().files.read(name)
    expect(new TextDecoder().decode(bytes ?? undefined)).not.toContain('第二行')
  })
})

describe('nobody else has them', () => {
  test('another who reads the same cases finds nothing at its address', async () => {
    await lots()
    const file = await ask('csv')
    await makeAll()
    for (const who of ['chair', 'stranger', 'administrator']) {
      expect((await (await at(who)).get(file.address)).status, who).toBe(404)
      expect((await (await at(who)).post(file.address)).status, who).toBe(404)
    }
  })

  test('whoever has lost a role meanwhile does not get it, and the making ends', async () => {
    await lots()
    const file = await ask('csv')
    await make()
    const grants = await env.DB.prepare("select * from role_grants where staff_id = 'officer'").all()
    await env.DB.exec("update role_grants set org_path = '000100010001' where staff_id = 'officer'")
    await makeAll()
    const { results } = await env.DB.prepare('select state from answer_files').all()
    expect(results).toEqual([{ state: 'ended' }])
    expect((await file.fetch()).status).toBe(404)
    await env.DB.prepare("update role_grants set org_path = ? where staff_id = 'officer'")
      .bind(grants.results[0]?.org_path)
      .run()
    expect(await file.page()).toContain('您的权限变了')
  })

  test('whoever got a right while it was made, and lost it, does not get what he read by that', async () => {
    await lots()
    await here.file({ category: 'harassment', answers: { matter: 'harassment', story: '只给两个人看' } })
    const file = await ask('csv')
    await env.DB.exec("insert into category_nominees (category, staff_id) values ('harassment', 'officer')")
    await makeAll()
    expect(await (await file.fetch()).text()).toContain('只给两个人看')
    await env.DB.exec("delete from category_nominees where category = 'harassment' and staff_id = 'officer'")
    expect((await file.fetch()).status).toBe(404)
  })
})

describe('what goes wrong', () => {
  test('a bucket that refuses is tried again, and then it is told', async () => {
    await lots()
    const file = await ask('csv')
    const { files } = bindings()
    const refusing = { files: { ...files, create: () => Promise.reject(new Error('no')) } }
    await make(refusing)
    await makeAll()
    expect(await file.page()).toContain('里面有 50 份答案')
    await env.DB.exec('delete from answer_files')
    const other = await ask('csv')
    for (let turn = 0; turn < 7; turn += 1) await make(refusing)
    expect(await other.page()).toContain('试了几次都没有做成')
  })

  test('two that make the same slice at once make it once', async () => {
    await lots()
    const file = await ask('csv')
    await Promise.all([make(), make(), make()])
    await makeAll()
    await makeAll()
    const rows = readCsv(await (await file.fetch()).text()).slice(1)
    expect(rows).toHaveLength(50)
    expect(new Set(rows.map(([number]) => number)).size).toBe(50)
  })

  test('of two that make the same slice at once one goes on, so that they do not keep each other from it', async () => {
    await lots()
    await ask('csv')
    const { files } = bindings()
    const woken: string[] = []
    const wake = async ({ kind }: { kind: string }) => void woken.push(kind)
    const create: typeof files.create = async (...slice) => {
      await make({ wake })
      return files.create(...slice)
    }
    await make({ wake, files: { ...files, create } })
    expect(woken.filter((kind) => kind === 'answer_files')).toHaveLength(1)
  })

  test('a slice that is gone is told before anything is sent', async () => {
    await lots()
    const file = await ask('csv')
    await makeAll()
    await bindings().files.remove(await bindings().files.list('answers/'))
    const answer = await file.fetch()
    expect(answer.status).toBe(500)
    expect(await answer.text()).toContain('文件打不开')
  })
})

test('a day after it was made a file is gone, with all its slices', async () => {
  await lots()
  const file = await ask('csv')
  await makeAll()
  expect(await slicesKept()).toBeGreaterThan(0)
  await tidy(bindings(), new Date(monday.getTime() + 23 * 3_600_000))
  expect((await file.fetch()).status).toBe(200)
  await tidy(bindings(), new Date(monday.getTime() + 24 * 3_600_000))
  expect(await slicesKept()).toBe(0)
  expect((await file.fetch()).status).toBe(404)
})

test('of however many that are over the keys are gone at once, and the slices in some runs', async () => {
  await lots()
  await ask('csv')
  const over = new Date(monday.getTime() + 25 * 3_600_000)
  await env.DB.exec(
    "insert into answer_files select 'x' || value, staff_id, form_id, kind, narrowing, locale, reach, state, at, ends_at, total, looked, rows, after, turn, failures, parts, crc, size, key_id, wrapped_by, wrapped from answer_files, json_each('[1,2,3,4,5,6,7]') limit 7",
  )
  await tidy(bindings(), over)
  const { results } = await env.DB.prepare('select wrapped from answer_files').all()
  expect(results.length).toBeGreaterThan(0)
  expect(results.every(({ wrapped }) => wrapped === '')).toBe(true)
  await tidy(bindings(), over)
  await tidy(bindings(), over)
  expect((await env.DB.prepare('select id from answer_files').all()).results).toEqual([])
})
