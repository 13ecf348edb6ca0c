import { env } from 'cloudflare:workers'
import { beforeAll, expect, test } from 'vitest'
import { archive } from '../../src/cases/clock/retention.ts'
import { consentsOf } from '../../src/cases/consents.ts'
import { myData } from '../../src/cases/mydata.ts'
import { cases } from '../../src/db/tables/cases.ts'
import { query, urls } from '../../src/urls.ts'
import { here, open, see } from '../desk/desk.ts'
import { phoneOf, read } from '../support/town/pages.ts'
import { type Held, monday, succeeded } from '../support/town/town.ts'

beforeAll(open)

/** A minute of the working day that nothing else has. */
const filedAt = new Date('2026-09-18T13:47:21.568+08:00')
const anonymous = { anonymous: true, identity: {} }

/** How a minute stands in a page, a file or an address. */
const written = ['13:47', '05:47', '21.568', String(filedAt.getTime()), filedAt.getTime().toString(36)]
const toldBy = (text: string) => written.filter((it) => text.includes(it))

async function pagesOf(held: Held, reader = 'officer') {
  const phone = await phoneOf(held)
  const desk = [urls.desk, urls.deskCases, urls.deskCases + query({ show: 'triage' }), urls.deskCase(held.id)]
  return {
    desk: (await Promise.all(desk.map(async (path) => (await see(reader, path)).text))).join('\n'),
    worker: (await phone.page()) + (await (await phone.get(urls.followData)).text()),
    file: await (await phone.get(urls.followDataFile)).text(),
  }
}

test('an anonymous filing shows its day, and nowhere its minute', async () => {
  const held = await here.at(filedAt).file(anonymous)
  const pages = await pagesOf(held)
  expect(toldBy(Object.values(pages).join('\n'))).toEqual([])
  expect(pages.desk).toContain('2026年9月18日')
  expect(JSON.parse(pages.file)).toMatchObject({
    filedAt: '2026-09-18',
    history: [{ at: '2026-09-18' }, { at: '2026-09-18' }],
  })
})

test('nor does the case that nobody met within a day, and that the clock supervises', async () => {
  const held = await here.at(filedAt).file(anonymous)
  await here.at(monday).strike()
  expect((await here.historyOf(held)).map(({ action }) => action)).toContain('supervise')
  expect(toldBy(Object.values(await pagesOf(held)).join('\n'))).toEqual([])
})

test('what an anonymous worker writes later shows its day, what the union does its minute', async () => {
  const held = await here.at('2026-09-18T09:00:00+08:00').file(anonymous)
  succeeded(await here.at(filedAt).workerDoes(held, 'write_to_union', { body: 'They know.', key: 'a' }))
  expect(toldBy(Object.values(await pagesOf(held)).join('\n'))).toEqual([])
  succeeded(await here.at('2026-09-18T14:31:00+08:00').does('officer', held, 'write', { body: 'We come.' }))
  const { desk, worker } = await pagesOf(held)
  expect([desk.includes('14:31'), worker.includes('14:31')]).toEqual([true, true])
})

test('nor does the day and the night in which he is to be met again, after he appealed', async () => {
  const held = await here.at('2026-09-18T09:00:00+08:00').given('replied', anonymous)
  succeeded(await here.at(filedAt).workerDoes(held, 'appeal', { reason: 'It is not so.' }))
  const again = (await here.dutiesOf(held)).find(({ kind }) => kind === 'contact_again')
  expect(again?.dueAt).toEqual(new Date(filedAt.getTime() + 86_400_000))
  expect(toldBy(Object.values(await pagesOf(held, 'supervisor')).join('\n'))).toEqual([])
})

test('nor does a named one, once its worker had his name deleted', async () => {
  const held = await here.at(filedAt).file()
  succeeded(await here.at('2026-09-18T16:20:00+08:00').workerDoes(held, 'erase_identity'))
  expect(toldBy(Object.values(await pagesOf(held)).join('\n'))).toEqual([])
  const { submission } = await here.asWorker(held)
  const midnight = new Date('2026-09-18T00:00:00+08:00')
  expect([(await here.caseOf(held)).createdAt, submission.createdAt]).toEqual([midnight, midnight])
})

test('a named filing shows its minute', async () => {
  const pages = await pagesOf(await here.at(filedAt).file())
  for (const text of [pages.desk, pages.worker]) expect(toldBy(text)).toContain('13:47')
  expect(JSON.parse(pages.file)).toMatchObject({ filedAt: filedAt.toISOString() })
})

test('in danger, whoever meets it sees until when he has, and still not when it was filed', async () => {
  const held = await here.at(filedAt).file({ ...anonymous, category: 'safety' })
  const { text } = await see('officer', urls.deskCase(held.id))
  expect(read(text)).toMatch(/已超期 3 天 首次联系职工 2026年9月18日 15:47/)
  expect(text).not.toContain('13:47')
})

test('in a list the anonymous cases of a day stand apart from the named ones, whose minutes show', async () => {
  await here.db.delete(cases)
  const day = (time: string) => here.at(`2026-09-18T${time}:00+08:00`)
  const early = await day('08:00').file()
  const hidden = await day('12:00').file(anonymous)
  const late = await day('16:00').file()
  for (const it of [early, hidden, late]) await here.reach(it, 'closed')
  const { text } = await see('officer', urls.deskCases + query({ show: 'closed' }))
  const places = [late, early, hidden].map(({ number }) => text.indexOf(String(number)))
  expect(places).toEqual(places.toSorted((a, b) => a - b))
})

test('what is archived holds no more than days, in any table', async () => {
  const then = here.at(filedAt)
  const held = await then.given('investigating', { category: 'contract' })
  const asked = { recipient: '县人社局', contact: '12333', what: 'all', purpose: '核对本人。' } as const
  succeeded(await then.does('handler', held, 'ask_consent', { ...asked, reason: '核对本人。' }))
  const consentId = (await consentsOf(here.scene, await here.asWorker(held))).at(-1)?.id
  succeeded(await then.workerDoes(held, 'give_consent', { consentId }))
  const referral = { recipient: '县人社局', body: '有人的工资没有发。', reason: '转县人社局。' }
  succeeded(await then.does('handler', held, 'refer', { ...referral, consentId }))
  succeeded(await then.workerDoes(held, 'withdraw_consent', { consentId }))
  succeeded(await then.does('handler', held, 'start_draft'))
  await then.goOn(held, 'drafting', 'closed')
  expect((await here.caseOf(held)).limitationAt).not.toBeNull()
  await archive(here.at('2029-12-03T13:47:21.568+08:00').scene)
  const midnight = Date.parse('2026-09-18T00:00:00+08:00')
  const own = ['cases', 'submissions']
  const ofCase = ['case_events', 'duties', 'replies', 'ratings', 'grievances', 'consents', 'referrals']
  for (const table of [...own, ...ofCase]) {
    const key = own.includes(table) ? 'id' : 'case_id'
    const rows = await env.DB.prepare(`select * from ${table} where ${key} = ?`).bind(held.id).all()
    expect(rows.results.length, table).toBeGreaterThan(0)
    const times = rows.results.flatMap((row) =>
      Object.entries(row).filter((it) => typeof it[1] === 'number' && it[1] > 1e11),
    )
    expect(times.length, table).toBeGreaterThan(0)
    for (const [column, at] of times)
      expect([column, (Number(at) - midnight) % 86_400_000]).toEqual([column, 0])
  }
  expect((await here.caseOf(held)).limitationAt).toBeNull()
  expect(await myData(here.scene, await here.asWorker(held))).toMatchObject({
    filedAt: '2026-09-18',
    textsDeletedAt: '2029-12-03',
  })
})
