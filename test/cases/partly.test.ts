import { env } from 'cloudflare:workers'
import { beforeAll, expect, test } from 'vitest'
import { myData } from '../../src/cases/mydata.ts'
import { query, urls } from '../../src/urls.ts'
import { at, clock, markOf, phoneOf, read } from '../support/town/pages.ts'
import { days } from '../support/town/times.ts'
import { type Held, monday, succeeded, type Town, town } from '../support/town/town.ts'

let here: Town
beforeAll(async () => {
  here = await town(env.DB)
  clock.now = monday
})

const partly = { solved: 'partly', satisfied: 'basically' } as const
const reason = 'Half of the wages are paid.'

/** A case whose worker called it partly solved, with the chair. */
async function withChair(): Promise<Held> {
  const held = await here.given('replied')
  succeeded(await here.workerDoes(held, 'rate_partly', partly))
  await here.at(days(20)).strike()
  return held
}

test('what the worker calls partly solved is closed under that name, and under no other', async () => {
  const held = await withChair()
  const then = here.at(days(20))
  expect(await then.does('chair', held, 'close_unsolved', { reason })).toEqual({
    ok: false,
    why: 'not_allowed',
  })
  succeeded(await then.does('chair', held, 'close_partly', { reason }))
  expect(await here.caseOf(held)).toMatchObject({ state: 'closed', closingLabel: 'partly' })
  expect(await then.mayDo('chair', held)).not.toContain('close_partly')
})

test('what he calls not solved is not closed as partly solved', async () => {
  const held = await here.given('replied')
  succeeded(await here.workerDoes(held, 'rate_unsolved', { solved: 'not_solved', satisfied: 'basically' }))
  const then = here.at(days(20))
  await then.strike()
  expect(await then.does('chair', held, 'close_partly', { reason })).toEqual({
    ok: false,
    why: 'not_allowed',
  })
  succeeded(await then.does('chair', held, 'close_unsolved', { reason }))
})

test('an answer goes by its own act only', async () => {
  const held = await here.given('replied')
  for (const act of ['rate_solved', 'rate_unsolved'] as const)
    expect(await here.workerDoes(held, act, partly)).toEqual({ ok: false, why: 'invalid' })
  expect(await here.caseOf(held)).toMatchObject({ state: 'replied' })
})

test('after it the case can be done again or looked at above, as any that was answered', async () => {
  const held = await withChair()
  succeeded(await here.at(days(20)).does('chair', held, 'close_partly', { reason }))
  succeeded(await here.at(days(21)).workerDoes(held, 'reopen', { reason: 'The other half.' }))
})

test('worker and cadres read it wherever the end of a case is named', async () => {
  const held = await here.given('replied')
  const phone = await phoneOf(held)
  await phone.act(urls.followRating, partly)
  expect(read(await phone.page())).toContain('谢谢您的回答。您说问题部分解决了。')
  await here.at(days(20)).strike()
  succeeded(await here.at(days(20)).does('chair', held, 'close_partly', { reason }))

  expect(read(await phone.page())).toMatch(
    /如实记为“部分解决”，不算“已解决”.*您说问题部分解决了.*如实记为“部分解决”/,
  )
  expect(
    read(await (await phone.get(urls.followData + query({ case: await markOf(held) }))).text()),
  ).toContain('办结 部分解决')
  expect(await myData(here.scene, await here.asWorker(held))).toMatchObject({ closingLabel: 'partly' })
  const desk = await at('chair')
  expect(read(await (await desk.get(urls.deskCase(held.id))).text())).toMatch(
    /办结 · 部分解决.*职工评价：部分解决.*以“部分解决”办结/,
  )
  expect(read(await (await desk.get(`${urls.deskCases}?number=${held.number}`)).text())).toContain('部分解决')
})
