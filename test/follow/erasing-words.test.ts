import { env } from 'cloudflare:workers'
import { beforeAll, expect, test } from 'vitest'
import { query, urls } from '../../src/urls.ts'
import { signingUpIn } from '../cases/seats/seats.ts'
import { countingStatements } from '../support/counting-statements.ts'
import { onDatabase } from '../support/signed-in.ts'
import { at, clock, phoneOf, read } from '../support/town/pages.ts'
import { type Held, monday, succeeded, type Town, town } from '../support/town/town.ts'

let here: Town
beforeAll(async () => {
  clock.now = monday
  here = await town(env.DB)
})

const erasuresOf = async (held: Held) =>
  (await here.historyOf(held)).filter(({ action }) => action === 'erase_words').length

test('the page says first what goes, what stays, when, and that it cannot be undone; then two taps are one', async () => {
  const held = await here.given('closed')
  const phone = await phoneOf(held)
  const before = read(await (await phone.get(urls.followWords)).text())
  for (const said of [
    '全部留言，包括工会写给您的',
    '有过这一件，它的编号、类别和日期',
    '五个星期以后谁也打不开',
    '不能恢复',
  ])
    expect(before).toContain(said)
  expect(before).not.toContain('还没有办完')
  expect(await erasuresOf(held)).toBe(0)
  for (const _ of [1, 2]) {
    const answer = await phone.post(urls.followWords)
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/follow?done=words-erased'])
  }
  expect(await erasuresOf(held)).toBe(1)
  expect(await (await phone.get(urls.followWords)).text()).toContain('没有什么要删除的')
})

test('of an open case it says what that means for its handling, and offers to withdraw it first', async () => {
  const held = await here.given('investigating')
  const page = await (await (await phoneOf(held)).get(urls.followWords)).text()
  expect(read(page)).toContain('办理的人看不到是什么事')
  expect(page).toContain(`href="${urls.follow}#withdrawal-act"`)
})

test('who waits for a place reads that what he chose is kept until he has it', async () => {
  const there = signingUpIn(here)
  await there.limit(1, true)
  const [has, waits] = [await there.signUp(), await there.signUp()]
  const pageOf = async (held: Held | null) => {
    if (!held) return ''
    succeeded(await here.workerDoes(held, 'write_to_union', { body: 'When?', key: crypto.randomUUID() }))
    return read(await (await (await phoneOf(held)).get(urls.followWords)).text())
  }
  expect(await pageOf(waits)).toContain('您还在候补')
  expect(await pageOf(has)).not.toContain('您还在候补')
})

test('afterwards both sides read that the worker did it and on which day, and neither reads the words', async () => {
  const held = await here.file({ answers: { matter: 'wages', story: 'No wages, says Hualing.' } })
  succeeded(await here.workerDoes(held, 'write_to_union', { body: 'Ask Hualing too.', key: 'k' }))
  const phone = await phoneOf(held)
  await phone.post(urls.followWords)
  const desk = await at('officer')
  const pages = {
    his: await phone.page(),
    data: await (await phone.get(urls.followData)).text(),
    file: await (await phone.get(urls.followDataFile)).text(),
    theirs: await (await desk.get(urls.deskCase(held.id))).text(),
    list: await (await desk.get(urls.deskCases + query({ show: 'new' }))).text(),
  }
  for (const page of Object.values(pages)) expect(page).not.toContain('Hualing')
  for (const page of [pages.his, pages.data])
    expect(read(page)).toMatch(/您在\s*2026年9月21日\s*删除了您写的内容/)
  expect(JSON.parse(pages.file)).toMatchObject({ answers: {}, wordsErasedAt: '2026-09-21' })
  expect(read(pages.theirs)).toMatch(/职工在\s*2026年9月21日\s*删除了/)
  expect(read(pages.list)).toContain('职工删除了写的内容')
})

test('every look at his name stands in one place, with role and day', async () => {
  const held = await here.file()
  await here.reach(held, 'investigating')
  const phone = await phoneOf(held)
  const looks = async () =>
    read(await (await phone.get(urls.followData)).text()).replace(/^.*谁看过我的姓名和电话/, '')
  expect(await looks()).toContain('还没有人看过')
  succeeded(await here.look('officer', held, { reason: 'To call her.' }))
  succeeded(await here.look('handler', held, { reason: 'To meet her.' }))
  const all = await looks()
  expect(all).toContain('一共看过 2 次')
  expect(all).toMatch(/受理员 · 2026年9月21日.*承办人 · 2026年9月21日/)
  expect(all).not.toContain('To call her.')
  const page = await phone.page()
  expect(page).toMatch(new RegExp(`href="${urls.followData}[^"]*#looks"`))
})

test('a page that is read while it happens is read anew, and rings nobody', async () => {
  const held = await here.given('investigating')
  succeeded(await here.does('handler', held, 'note', { reason: 'The cashier is away.' }))
  let isOpen = false
  // Between the case and its history, which are read one after the other.
  const database = new Proxy(env.DB, {
    get(target, key) {
      if (key !== 'batch') return Reflect.get(target, key).bind(target)
      return async (statements: D1PreparedStatement[]) => {
        if (isOpen) {
          isOpen = false
          succeeded(await here.workerDoes(held, 'erase_words'))
        }
        return target.batch(statements)
      }
    },
  })
  const desk = await at('handler', onDatabase(database))
  isOpen = true
  const answer = await desk.get(urls.deskCase(held.id))
  expect([answer.status, answer.headers.get('location')]).toEqual([303, urls.deskCase(held.id)])
  expect(await (await desk.get(urls.deskCase(held.id))).text()).toContain('The cashier is away.')
  expect((await here.notices()).filter(({ kind }) => kind === 'alarm')).toEqual([])
})

test('it fits the free plan, in statements', async () => {
  const held = await here.given('replied')
  succeeded(await here.workerDoes(held, 'write_to_union', { body: 'Thank you.', key: 'k' }))
  const { counted, statements } = countingStatements(env.DB)
  const phone = await phoneOf(held, onDatabase(counted))
  const before = statements()
  await phone.post(urls.followWords)
  expect(statements() - before).toBeLessThan(45)
  expect(await erasuresOf(held)).toBe(1)
})
