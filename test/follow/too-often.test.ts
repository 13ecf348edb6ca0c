import { env } from 'cloudflare:workers'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import type { Action } from '../../src/cases/processes.ts'
import { urls } from '../../src/urls.ts'
import { clock, phoneOf, read } from '../support/town/pages.ts'
import { days } from '../support/town/times.ts'
import { type Held, monday, succeeded, type Town, town } from '../support/town/town.ts'

let here: Town
beforeAll(async () => {
  here = await town(env.DB)
})
beforeEach(() => {
  clock.now = monday
})

const tooOften = { ok: false, why: 'too_often' }

/** The worker does so often what is allowed that often a day. */
async function fill(held: Held, action: Action, times: number) {
  for (let time = 1; time <= times; time += 1) {
    const words = `Word ${time}.`
    succeeded(await here.workerDoes(held, action, { reason: words, body: words, key: `${time}` }))
  }
}

const messagesOf = async (held: Held) =>
  Number(
    (
      await env.DB.prepare('select count(*) as n from messages where case_id = ?')
        .bind(held.id)
        .first<{ n: number }>()
    )?.n,
  )

test('after thirty messages of a day the next one stays on the page, with when it goes on and whom to call', async () => {
  const held = await here.given('investigating')
  await fill(held, 'write_to_union', 30)
  const phone = await phoneOf(held)
  const answer = await phone.act(urls.followMessages, { message: 'The thirty-first.', token: 't' })
  expect(answer.status).toBe(429)
  expect(answer.headers.get('retry-after')).toBe(String(15 * 3600))
  const page = read(await answer.text())
  expect(page).toContain('The thirty-first.')
  expect(page).toContain('明天零点')
  expect(page).toContain('12351')
  expect(await messagesOf(held)).toBe(30)

  clock.now = days(1)
  const later = await phoneOf(held)
  expect((await later.act(urls.followMessages, { message: 'On the day after.', token: 't' })).status).toBe(
    303,
  )
})

test('a second tap on the last message of a day is answered as the first one was', async () => {
  const held = await here.given('investigating')
  await fill(held, 'write_to_union', 30)
  expect(await here.workerDoes(held, 'write_to_union', { body: 'Word 30.', key: '30' })).toEqual({ ok: true })
  expect(await messagesOf(held)).toBe(30)
})

test('of forty messages at once thirty are kept', async () => {
  const held = await here.given('investigating')
  const all = Array.from({ length: 40 }, (_, at) =>
    here.workerDoes(held, 'write_to_union', { body: `Message ${at}.`, key: `${at}` }),
  )
  const outcomes = await Promise.all(all)
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(30)
  expect(outcomes.filter(({ ok }) => !ok)).toContainEqual(tooOften)
  expect(await messagesOf(held)).toBe(30)
})

test.each<[Action, number]>([
  ['correct', 10],
  ['report_retaliation', 3],
])(
  '%s is taken %i times a day on one case, and a second tap on the last one is no further one',
  async (action, most) => {
    const held = await here.given('investigating')
    await fill(held, action, most)
    expect(await here.workerDoes(held, action, { reason: `Word ${most}.` })).toEqual({
      ok: true,
      again: true,
    })
    expect(await here.workerDoes(held, action, { reason: 'One more.' })).toEqual(tooOften)
    const other = await here.given('investigating')
    succeeded(await here.workerDoes(other, action, { reason: 'On another case.' }))
    succeeded(await here.at(days(1)).workerDoes(held, action, { reason: 'On the day after.' }))
  },
)

test('name and number are corrected ten times a day, the same words or others', async () => {
  const held = await here.file()
  const give = (phone: string) =>
    here.workerDoes(held, 'correct', { reason: 'Details.', details: { worker_phone: phone } })
  for (let time = 0; time < 10; time += 1) succeeded(await give(`1380000000${time}`))
  expect(await give('13900000000')).toEqual(tooOften)
  const page = await phoneOf(held)
  const answer = await page.post(urls.followContact, { worker_name: 'Li Na', worker_phone: '13911112222' })
  expect(answer.status).toBe(429)
  expect(await answer.text()).toContain('value="13911112222"')
})

test('a case is withdrawn three times a day, and always resumed', async () => {
  const held = await here.given('investigating')
  for (let time = 0; time < 3; time += 1) {
    succeeded(await here.workerDoes(held, 'withdraw', { reason: 'I gave up.' }))
    succeeded(await here.workerDoes(held, 'resume'))
  }
  expect(await here.workerDoes(held, 'withdraw', { reason: 'I gave up.' })).toEqual(tooOften)
})

test('a receipt is replaced five times a day; the last one goes on holding', async () => {
  const held = await here.given('investigating')
  const phone = await phoneOf(held)
  const replace = async () => {
    const page = await (await phone.get(urls.followReceipt)).text()
    const [, of = ''] = /name="of" value="([^"]+)"/.exec(page) ?? []
    const groups = [...page.matchAll(/<span>([2-9CFGHJMPQRVWX]{4}) <\/span>/g)]
    return phone.post(urls.followReceipt, { of, last: groups.at(-1)?.[1] ?? '' })
  }
  for (let time = 0; time < 5; time += 1) expect((await replace()).status).toBe(303)
  expect((await replace()).status).toBe(429)
  expect(await phone.page()).toContain('id="history"')
})

test('what the union does is not counted', async () => {
  const held = await here.given('investigating')
  for (let time = 0; time < 31; time += 1)
    succeeded(await here.does('handler', held, 'write', { body: `Answer ${time}.`, key: `${time}` }))
  succeeded(await here.workerDoes(held, 'write_to_union', { body: 'Thank you.', key: 'a' }))
})
