import { desc, eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { cases } from '../../src/db/tables/cases.ts'
import { grievances } from '../../src/db/tables/grievances.ts'
import { standardForms } from '../../src/forms/standard/all.ts'
import { publish } from '../../src/forms/versions.ts'
import { catalogs } from '../../src/i18n/catalog.ts'
import { urls } from '../../src/urls.ts'
import { browser } from '../support/app.ts'
import { app, clock, phoneOf, read, tokenIn } from '../support/town/pages.ts'
import { minutes } from '../support/town/times.ts'
import { succeeded } from '../support/town/town.ts'
import { here, open, press, see } from './desk.ts'

const slug = 'canteen'

beforeAll(async () => {
  await open()
  const definition = { ...standardForms.suggestion, process: 'register' as const }
  await publish(here.db, { slug, definition, now: clock.now })
})

/** Somebody fills in the form that needs no case; what the register then holds. */
async function enter() {
  const phone = browser(app)
  const token = tokenIn(await (await phone.get(urls.form(slug))).text())
  clock.now = new Date(clock.now.getTime() + 60_000)
  const said = { about: 'safety', story: '菜太咸', named: 'no', token }
  expect((await phone.post(urls.form(slug), { ...said, step: 'check' })).status).toBe(200)
  expect((await phone.post(urls.form(slug), { ...said, step: 'send' })).status).toBe(303)
  const [entry] = await here.db.select().from(cases).orderBy(desc(cases.stateSince)).limit(1)
  if (!entry) throw new Error('Nothing was entered')
  return entry
}

test('what needs no case is entered, seen and done, and is no grievance', async () => {
  const entry = await enter()
  expect(entry).toMatchObject({ state: 'received', process: 'register', holderRole: 'duty_officer' })
  expect(await here.db.select().from(grievances).where(eq(grievances.caseId, entry.id))).toEqual([])
  expect((await see('countyOfficer', urls.desk)).text).toContain(urls.deskCase(entry.id))

  expect((await press('countyOfficer', entry, 'viewing')).status).toBe(303)
  expect((await here.caseOf(entry)).state).toBe('seen')
  expect((await press('countyOfficer', entry, 'completion', { reason: '已转食堂' })).status).toBe(303)
  const done = await here.caseOf(entry)
  expect(done).toMatchObject({ state: 'done', holderRole: null, dueAt: null })
  expect((await here.dutiesOf(entry)).every(({ endedAt }) => endedAt !== null)).toBe(true)
})

test('no act of a grievance is offered for it, and none is taken', async () => {
  const entry = await enter()
  const { text } = await see('countyOfficer', urls.deskCase(entry.id))
  for (const noun of ['acceptance', 'decline-proposal', 'dispatch'])
    expect(text).not.toContain(urls.deskAct(entry.id, noun))
  const fields = { category: 'wages', workers: '1' }
  expect((await press('countyOfficer', entry, 'acceptance', fields)).status).toBe(403)
  expect((await here.caseOf(entry)).state).toBe('received')
})

test('the worker reads what became of it', async () => {
  const held = await here.given('done')
  const { now } = catalogs.zh.follow.status.done
  expect(read(await (await phoneOf(held)).page())).toContain(now)
})

test('an entry that nobody looks at in time is late, and its holder is told', async () => {
  const held = await here.file({ process: 'register' })
  const later = here.at(minutes(8 * 24 * 60))
  await later.strike()
  expect((await here.caseOf(held)).lamp).toBe('red')
  const told = (await here.notices()).filter(({ kind, to }) => kind === 'overdue' && to === 'officer')
  expect(JSON.stringify(told)).toContain(held.id)
  succeeded(await later.does('officer', held, 'see'))
})

test('its worker has the same rights as any: to write, to put right and to have deleted', async () => {
  const held = await here.file({ process: 'register' })
  const phone = await phoneOf(held)
  expect(await phone.page()).toContain(urls.followMessages)
  succeeded(await here.workerDoes(held, 'write_to_union', { body: '还有一件事', key: 'a' }))
  const details = { worker_name: '李娜娜' }
  succeeded(await here.workerDoes(held, 'correct', { reason: '写错了', details }))
  expect(await here.look('officer', held, { reason: '打电话' })).toEqual({ ok: true, details })
  expect((await phone.post(urls.followIdentity, {})).status).toBe(303)
  expect((await here.caseOf(held)).anonymous).toBe(true)
  expect(await here.look('officer', held, { reason: '打电话' })).toEqual({ ok: false, why: 'not_allowed' })
})
