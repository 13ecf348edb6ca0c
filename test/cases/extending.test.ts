import { env } from 'cloudflare:workers'
import { beforeAll, expect, test } from 'vitest'
import { historyForWorker } from '../../src/cases/history.ts'
import { myWork } from '../../src/cases/worklist.ts'
import { urls } from '../../src/urls.ts'
import { at, clock, read } from '../support/town/pages.ts'
import { type Held, monday, succeeded, type Town, town, type Who } from '../support/town/town.ts'

let here: Town
beforeAll(async () => {
  here = await town(env.DB)
  clock.now = monday
})

const asked = { days: 20, reason: 'The bureau is slow.' }
const work = async (who: Who) => {
  const staff = typeof who === 'string' ? here.people[who] : who
  return (await myWork(here.db, staff, { limit: 100 })).cases.map(({ number }) => number)
}
const finish = async (held: Held) =>
  (await here.dutiesOf(held)).find(({ kind, endedAt }) => kind === 'finish' && !endedAt)?.dueAt
const told = async (held: Held, kind: string) =>
  (await here.notices()).filter((it) => it.caseId === held.id && it.kind === kind).map(({ to }) => to)

async function askedFor(): Promise<Held> {
  const held = await here.given('investigating')
  succeeded(await here.does('handler', held, 'ask_extension', asked))
  return held
}

test('what the handler asks for waits with the chair, while the case and its clocks stay as they are', async () => {
  const held = await here.given('investigating')
  const before = await here.caseOf(held)
  const due = await here.dutiesOf(held)
  succeeded(await here.does('handler', held, 'ask_extension', asked))
  expect(await here.caseOf(held)).toMatchObject({
    state: 'investigating',
    holderId: 'handler',
    extended: false,
    dueAt: before.dueAt,
  })
  expect((await here.dutiesOf(held)).map(({ kind, dueAt }) => [kind, dueAt])).toEqual(
    due.map(({ kind, dueAt }) => [kind, dueAt]),
  )
  expect(await told(held, 'extension_asked')).toEqual(['chair'])
  expect(await work('chair')).toContain(held.number)
  for (const who of ['deputy', 'head', 'supervisor'] as const)
    expect(await work(who)).not.toContain(held.number)
})

test('the chair gives it, with a reason that the worker reads; the handler is told, and it leaves the chair', async () => {
  const held = await askedFor()
  const before = Number(await finish(held))
  const page = await (await at('chair')).get(urls.deskCase(held.id))
  const text = await page.text()
  expect(read(text)).toContain('申请延期 20 天，等主席决定')
  expect(text).toMatch(/name="extension-days"[^>]*value="20"/)

  succeeded(await here.does('chair', held, 'extend', { days: 20, reason: 'It is worth it.' }))
  expect(await here.caseOf(held)).toMatchObject({ extended: true, extensionDays: 20, holderId: 'handler' })
  expect(Number(await finish(held))).toBeGreaterThan(before)
  expect(await told(held, 'extension_decided')).toEqual(['handler'])
  expect(await work('chair')).not.toContain(held.number)
  expect(await historyForWorker(here.scene, await here.asWorker(held))).toContainEqual(
    expect.objectContaining({ action: 'extend', reason: 'It is worth it.' }),
  )
  expect(await here.mayDo('handler', held)).not.toContain('ask_extension')
})

test('or refuses it, with a reason for the handler, who may ask again', async () => {
  const held = await askedFor()
  expect(await here.does('chair', held, 'refuse_extension', {})).toEqual({ ok: false, why: 'reason_missing' })
  const before = await finish(held)
  succeeded(await here.does('chair', held, 'refuse_extension', { reason: 'Nothing is awaited.' }))
  expect(await finish(held)).toEqual(before)
  expect(await told(held, 'extension_decided')).toEqual(['handler'])
  expect(await work('chair')).not.toContain(held.number)
  expect(await here.mayDo('chair', held)).not.toContain('refuse_extension')
  expect(await here.mayDo('handler', held)).toContain('ask_extension')
})

test('the same is not asked for twice at once, and only for days that can be given', async () => {
  const held = await askedFor()
  expect(await here.mayDo('handler', held)).not.toContain('ask_extension')
  const other = await here.given('investigating')
  for (const days of [0, 31, 1.5])
    expect(await here.does('handler', other, 'ask_extension', { ...asked, days })).toEqual({
      ok: false,
      why: 'invalid',
    })
})

test('what one handler asked for is nothing to the next', async () => {
  const held = await askedFor()
  succeeded(await here.does('officer', held, 'reassign', { reason: 'He is ill.' }))
  expect(await work('chair')).not.toContain(held.number)
  succeeded(await here.does('officer', held, 'dispatch', { handlerId: 'otherHandler' }))
  succeeded(await here.does('otherHandler', held, 'sign_for'))
  expect(await work('chair')).not.toContain(held.number)
  expect(await here.mayDo('chair', held)).not.toContain('refuse_extension')
  succeeded(await here.does('otherHandler', held, 'ask_extension', asked))
  expect(await work('chair')).toContain(held.number)
})

test('a handler who is the chair does not decide about his own wish', async () => {
  const both = await here.person('chairing', [
    ['handler', 'township'],
    ['chair', 'township'],
  ])
  const held = await here.given('accepted')
  succeeded(await here.does('officer', held, 'dispatch', { handlerId: both.id }))
  succeeded(await here.does(both, held, 'sign_for'))
  succeeded(await here.does(both, held, 'ask_extension', asked))
  for (const act of ['extend', 'refuse_extension'] as const)
    expect(await here.mayDo(both, held)).not.toContain(act)
  expect(await told(held, 'extension_asked')).toEqual(['chair'])
  expect(await work('chair')).toContain(held.number)
})
