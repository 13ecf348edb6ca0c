import { env } from 'cloudflare:workers'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { myData } from '../../src/cases/mydata.ts'
import { urls } from '../../src/urls.ts'
import { at, clock, phoneOf, read } from '../support/town/pages.ts'
import { days } from '../support/town/times.ts'
import { type Held, monday, succeeded, type Town, town } from '../support/town/town.ts'

let here: Town
beforeAll(async () => {
  here = await town(env.DB)
})
beforeEach(() => {
  clock.now = monday
})

/** A case that goes on, and one that was merged into it. */
async function joined(state: 'investigating' | 'sign_off'): Promise<{ living: Held; held: Held }> {
  const living = await here.given(state, { answers: { matter: 'wages', story: 'What the other one wrote.' } })
  const held = await here.file()
  succeeded(await here.does('officer', held, 'propose_merge', { number: living.number, reason: 'The same.' }))
  succeeded(await here.does('head', held, 'agree_merge'))
  return { living, held }
}

const pageOf = async (held: Held) => read(await (await phoneOf(held)).page())

test('the page of a merged case says how far the other one is, who has it, and by when', async () => {
  const { held } = await joined('investigating')
  const page = await pageOf(held)
  expect(page).toContain('并在一起办')
  expect(page).toContain('承办人')
  expect(page).not.toContain('没有人')
})

test('he reads the signed answer, and neither rates it nor sees a draft or a word of the other worker', async () => {
  const { living, held } = await joined('sign_off')
  succeeded(await here.workerDoes(living, 'write_to_union', { body: 'Only for the union.', key: 'a' }))
  expect(await pageOf(held)).not.toContain('The wages are paid.')
  succeeded(await here.does('deputy', living, 'sign'))
  const page = await (await phoneOf(held)).page()
  expect(page).toContain('The wages are paid.')
  expect(page).not.toContain(urls.followRating)
  expect(page).not.toContain('Only for the union.')
  expect(page).not.toContain('What the other one wrote.')
  expect(page).not.toContain(String(living.number))
  expect(page).not.toContain('冯副主席')
  expect(JSON.stringify(await myData(here.scene, await here.asWorker(held)))).toContain('The wages are paid.')
})

test('from the answer on he has thirty days more to have his handled by itself', async () => {
  const { living, held } = await joined('sign_off')
  succeeded(await here.at(days(20)).does('deputy', living, 'sign'))
  clock.now = days(45)
  const phone = await phoneOf(held)
  const answer = await phone.act(urls.followAct('parting'), { parting: 'Mine are other months.' })
  expect(answer.status).toBe(303)
  expect((await here.caseOf(held)).state).toBe('triage')
})

test('he is told where the other one was withdrawn or is done again', async () => {
  const { living, held } = await joined('sign_off')
  succeeded(await here.does('deputy', living, 'sign'))
  succeeded(await here.workerDoes(living, 'reopen', { reason: 'Not all of it.' }))
  const page = await pageOf(held)
  expect(page).not.toContain('The wages are paid.')
  expect(page).toContain('重新')
  succeeded(await here.workerDoes(living, 'withdraw'))
  expect(await pageOf(held)).toContain('另一份撤回了')
})

test('the page of the case that lives on lists what was merged, and what their workers write', async () => {
  const { living, held } = await joined('investigating')
  succeeded(await here.workerDoes(held, 'write_to_union', { body: 'August as well.', key: 'a' }))
  const desk = await at('handler')
  const page = await (await desk.get(urls.deskCase(living.id))).text()
  expect(page).toContain(urls.deskCase(held.id))
  expect(page).toContain('August as well.')
  const work = await (await desk.get(urls.desk)).text()
  expect(work).toContain('先看职工的留言')
  expect(work).toContain(urls.deskCase(held.id))
})
