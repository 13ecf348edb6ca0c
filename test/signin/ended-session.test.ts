import { env } from 'cloudflare:workers'
import { beforeEach, expect, test } from 'vitest'
import { sessions } from '../../src/db/tables/signin.ts'
import { urls } from '../../src/urls.ts'
import { at, clock, read, turnIn } from '../support/town/pages.ts'
import { days } from '../support/town/times.ts'
import { monday, type Town, town } from '../support/town/town.ts'

let here: Town
let planted: Town | undefined
beforeEach(async () => {
  clock.now = monday
  planted ??= await town(env.DB)
  here = planted
})

/** A cadre writes, and his session ends before he presses the button. */
async function interrupted() {
  const held = await here.given('investigating')
  const desk = await at('handler')
  const page = await (await desk.get(urls.deskCase(held.id))).text()
  await here.db.delete(sessions)
  const fields = { turn: turnIn(page), 'message-body': '我明天上午到厂里。', 'note-reason': '带上工资表' }
  const sent = await desk.post(urls.deskAct(held.id, 'message'), fields)
  return { desk, held, to: sent.headers.get('location') ?? '' }
}

test('what was written when the session had ended waits through the sign-in, on the page of its case', async () => {
  const { desk, held, to } = await interrupted()
  const page = read(await (await desk.get(to)).text())
  expect(page).toContain('您写的内容还在')
  const next = new URL(to, 'http://localhost').searchParams.get('next') ?? ''
  const entered = await desk.post(urls.signInDemo, { staff: 'handler', next })
  expect(entered.headers.get('location')).toBe(next)
  const back = await (await desk.get(next)).text()
  expect(back).toContain(`第 ${held.number} 号`)
  for (const words of ['我明天上午到厂里。', '带上工资表']) expect(back).toContain(words)
})

test('it is not shown to who does not see the case, though he signs in on the same computer', async () => {
  const { desk, to } = await interrupted()
  const next = new URL(to, 'http://localhost').searchParams.get('next') ?? ''
  await desk.post(urls.signInDemo, { staff: 'stranger', next })
  const answer = await desk.get(next)
  expect(answer.status).toBe(404)
  expect(await answer.text()).not.toContain('我明天上午到厂里。')
})

test('where the browser keeps nothing for us, the words stand on the answer', async () => {
  const held = await here.given('investigating')
  const desk = await at('handler')
  await desk.get(urls.deskCase(held.id))
  desk.cookies.clear()
  const answer = await desk.post(urls.deskAct(held.id, 'note'), { turn: '3', 'note-reason': '带上工资表' })
  expect(answer.status).toBe(403)
  expect(await answer.text()).toContain('带上工资表')
})

test('a button without words leads back to the page where it was pressed', async () => {
  const held = await here.given('dispatched')
  const desk = await at('handler')
  await desk.get(urls.deskCase(held.id))
  await here.db.delete(sessions)
  const sent = await desk.post(urls.deskAct(held.id, 'acknowledgement'), { turn: '3' })
  const next = encodeURIComponent(urls.deskCase(held.id))
  expect(sent.headers.get('location')).toBe(`${urls.signIn}?next=${next}`)
})

test('a session runs on from its last day of use, and ends a week after it', async () => {
  const desk = await at('handler')
  for (const day of [2, 6, 12, 18]) {
    clock.now = days(day)
    expect((await desk.get(urls.desk)).status, `day ${day}`).toBe(200)
  }
  clock.now = days(26)
  expect((await desk.get(urls.desk)).headers.get('location')).toContain(urls.signIn)
})
