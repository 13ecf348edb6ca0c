import { env } from 'cloudflare:workers'
import { readSheet } from 'read-excel-file/universal'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openDb } from '../../src/db/client.ts'
import { partsOf } from '../../src/exports/answer-parts.ts'
import { filingsAfter } from '../../src/exports/reading-filings.ts'
import { keptVersions } from '../../src/forms/kept-definitions.ts'
import { grievance } from '../../src/forms/standard/grievance.ts'
import { storedFrom } from '../../src/forms/stored-shape.ts'
import { urls } from '../../src/urls.ts'
import { readCsv } from '../exports/reading-csv.ts'
import { multiply } from '../support/multiplying.ts'
import { explaining } from '../support/plans.ts'
import { countingReads } from '../support/rows-read.ts'
import { logged } from '../support/town/office.ts'
import { at, clock } from '../support/town/pages.ts'
import { versionOf } from '../support/town/places.ts'
import { monday, succeeded } from '../support/town/town.ts'
import { here, open } from './desk.ts'

beforeAll(async () => {
  await open()
  await here.person('named', [['duty_officer', 'township']], ['harassment'])
})
beforeEach(async () => {
  clock.now = monday
  await here.forgetCases()
})

/** Three such files have what a test makes. */
const inFile = { answersInFile: 400 }

/** The table that a person takes, by the ids of its columns; its heads, and what came with it. */
async function take(who: string, fields: Record<string, string> = {}, form = 'grievance') {
  const answer = await (await at(who, inFile)).post(urls.deskAnswersCsv(form), fields)
  const bytes = new Uint8Array(await answer.arrayBuffer())
  if (answer.status !== 200) return { answer, bytes, heads: [], rows: [] }
  const [heads = [], ...records] = readCsv(new TextDecoder().decode(bytes))
  const ids = heads.map((head) => /\[([\w.]+)\]$/.exec(head)?.[1] ?? '')
  const rows = records.map((cells) => Object.fromEntries(cells.map((cell, column) => [ids[column], cell])))
  return { answer, bytes, heads, rows }
}

/** A later version of the form, which asks something else first. */
async function publishedAnew() {
  const extra = { type: 'number', name: 'months', label: { zh: '欠了几个月', en: 'Months owed' } }
  const { pages, ...rest } = grievance
  const more = { id: 'more', title: { zh: '还有', en: 'And' }, fields: [extra] }
  const definition = JSON.stringify(storedFrom({ ...rest, pages: [more, ...pages] }))
  await env.DB.batch([
    env.DB.prepare(
      "insert into form_versions (id, form_id, number, definition, published_at) values ('second', 'grievance', 2, ?, 0)",
    ).bind(definition),
    env.DB.prepare("update forms set current_version_id = 'second' where id = 'grievance'"),
  ])
}

describe('the answers of a form as CSV', () => {
  test('have a case in each row, in words and numbers, and are marked as UTF-8', async () => {
    const answers = { matter: 'wages', danger: false, since: '2026-07', people: 12, story: '欠薪' }
    const held = await here.file({ answers })
    const { answer, bytes, heads, rows } = await take('officer')
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="huying-grievance.csv"')
    expect(heads[0]).toBe('编号 [number]')
    expect(heads.find((head) => head.endsWith('（人） [people]'))).toBeDefined()
    expect(rows).toEqual([
      expect.objectContaining({
        ...{ number: String(held.number), filed: '2026-09-21', state: '待受理', version: '1' },
        ...{ matter: '工资没发、少发、拖欠', danger: '否', since: '2026-07', people: '12', story: '欠薪' },
        ...{ category: '欠薪', note: '', taken: '王受理 <officer@union.example> 2026-09-21 09:00' },
      }),
    ])
  })

  test('hold nothing that a spreadsheet works out, and every sign that a worker wrote', async () => {
    const wrote = ['=1+1', '+1', '-1', '@A1', '\t=1', '＝1+1', 'says "yes", twice\nand more', ' =1']
    for (const story of wrote) await here.file({ answers: { story } })
    const told = (await take('officer')).rows.map(({ story }) => story)
    const safe = ["'=1+1", "'+1", "'-1", "'@A1", "'\t=1", "'＝1+1", 'says "yes", twice\nand more', ' =1']
    expect(told.toSorted()).toEqual(safe.toSorted())
  })

  test('never hold what names a worker', async () => {
    await here.file({ identity: { worker_name: '王芳', worker_phone: '13812345678' } })
    const { bytes, heads } = await take('officer')
    expect(new TextDecoder().decode(bytes)).not.toMatch(/王芳|13812345678/)
    expect(heads.join()).not.toMatch(/worker_name|worker_phone/)
  })

  test('hold the cases that the desk shows to this person, and no others', async () => {
    const plain = await here.file()
    const strict = await here.file({ category: 'harassment' })
    const above = await here.file({
      orgId: 'federation',
      orgPath: here.people.chair.grants[0]?.orgPath ?? '',
    })
    const numbers = async (who: string) => (await take(who)).rows.map(({ number }) => Number(number))
    expect((await numbers('named')).toSorted()).toEqual([plain.number, strict.number].toSorted())
    expect(await numbers('officer')).toEqual([plain.number])
    expect((await numbers('chair')).toSorted()).toEqual([plain.number, above.number].toSorted())
    for (const who of ['stranger', 'administrator', 'auditor'])
      expect((await take(who)).answer.status, who).toBe(404)
    expect((await take('officer', {}, 'nothing')).answer.status).toBe(404)
  })

  test('say of what is gone or cannot be read why it is not there', async () => {
    const [erased, unreadable] = [await here.file(), await here.file()]
    succeeded(await here.workerDoes(erased, 'erase_words'))
    await env.DB.prepare('delete from case_keys where case_id = ?').bind(unreadable.id).run()
    await here.given('archived')
    const { rows } = await take('officer')
    expect(rows.map(({ note }) => note).toSorted()).toEqual(
      ['已归档，内容已清除', '职工已删除', '读不出来'].toSorted(),
    )
    expect(rows.map(({ story }) => story)).toEqual(['', '', ''])
  })

  test('are logged before they are had, and nothing is where there is nothing', async () => {
    const before = (await logged(here)).length
    await here.file()
    await take('officer')
    await take('stranger')
    expect((await logged(here)).slice(before)).toEqual(['officer answers_taken grievance 1 – 1'])
  })

  test('do not tell the minute of an anonymous filing, nor of any', async () => {
    await here.file({ anonymous: true, identity: {} })
    expect((await take('officer')).rows[0]?.filed).toBe('2026-09-21')
  })
})

describe('the answers of a form as XLSX', () => {
  test('hold in each cell, read by another library, what the same table holds', async () => {
    const story = '=1+1 <b>&amp;</b> "x"\n第二行 😀 _x0041_ '
    const held = await here.file({ answers: { matter: 'wages', danger: true, people: 12, story } })
    const answer = await (await at('officer')).post(urls.deskAnswersXlsx('grievance'))
    expect(answer.headers.get('content-type')).toContain('spreadsheetml.sheet')
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="huying-grievance.xlsx"')
    const [heads = [], ...rows] = await readSheet(await answer.arrayBuffer(), { trim: false })
    const csv = await take('officer')
    expect(heads).toEqual(csv.heads.map((head) => head.replace('\uFEFF', '')))
    const ids = heads.map((head) => /\[([\w.]+)\]$/.exec(String(head))?.[1] ?? '')
    expect(rows).toHaveLength(1)
    expect(Object.fromEntries(rows[0]?.map((cell, column) => [ids[column], cell]) ?? [])).toMatchObject({
      ...{ number: held.number, filed: '2026-09-21', version: 1, people: 12, danger: '是', wish: null },
      story,
      taken: '王受理 <officer@union.example> 2026-09-21 09:00',
    })
    expect((await logged(here)).at(-2)).toBe('officer answers_taken grievance 1 – 1')
  })

  test('are refused as the other ones are', async () => {
    await here.file()
    for (const who of ['stranger', 'administrator', 'auditor'])
      expect((await (await at(who)).post(urls.deskAnswersXlsx('grievance'))).status, who).toBe(404)
  })
})

describe('more answers than a file takes', () => {
  const lots = async () => {
    const first = await here.file()
    await multiply(env.DB, first, 850, 60_000)
  }
  const aftersOn = async (who: string) => {
    const page = await (await (await at(who, inFile)).get(urls.deskAnswerTables('grievance'))).text()
    return [...page.matchAll(/name="after" value="([^"]*)"/g)].map(([, after = '']) => after)
  }

  test('come in parts, each case in one of them, by the same columns', async () => {
    await lots()
    const afters = await aftersOn('officer')
    const parts = []
    for (const after of afters) parts.push(await take('officer', { after }))
    expect(parts.map(({ rows }) => rows.length)).toEqual([400, 400, 51])
    expect(new Set(parts.flatMap(({ rows }) => rows.map(({ number }) => number))).size).toBe(851)
    expect(new Set(parts.map(({ heads }) => heads.join())).size).toBe(1)
    expect(parts[1]?.answer.headers.get('content-disposition')).toContain('huying-grievance-2.csv')
    expect((await logged(here)).at(-1)).toBe('officer answers_taken grievance 801 – 851')
    expect((await take('officer', { after: 'nothing' })).answer.status).toBe(404)
  })

  test('of two versions stand one after the other, under the columns of both', async () => {
    await lots()
    await publishedAnew()
    await here.file({ formVersionId: 'second', answers: { months: 3, matter: 'wages' } })
    const [, , after = ''] = await aftersOn('officer')
    const { rows } = await take('officer', { after })
    expect(rows).toHaveLength(52)
    expect(rows.at(-1)).toMatchObject({ version: '2', months: '3', matter: '工资没发、少发、拖欠' })
    expect(rows[0]).toMatchObject({ version: '1', months: '' })
  })

  test('cost no more than the cases of the form that are in the part', async () => {
    await lots()
    const other = await here.file({ formVersionId: versionOf('safety') })
    await multiply(env.DB, other, 3000)
    const { d1, rowsRead } = countingReads(env.DB)
    const { explained, walks } = explaining(d1)
    const { scene, people } = here.with({ db: openDb(explained) })
    const versions = await keptVersions(scene.db, 'grievance')
    const part = { after: undefined, most: 400 }
    const wanted = { by: people.officer, narrowing: {}, zone: 'Asia/Shanghai' }
    let count = 0
    for await (const filings of filingsAfter(scene, wanted, versions, part)) count += filings.length
    expect(count).toBe(400)
    expect(await walks()).toEqual([])
    // Of each case its submission, by the index, and its key.
    expect((await rowsRead()).rows).toBeLessThan(5 * 400)
    await partsOf(scene.db, wanted, 'grievance', part.most)
    expect(await walks()).toEqual([])
    expect((await rowsRead()).rows).toBeLessThan(8 * 851)
  })
})
