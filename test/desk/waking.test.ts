import { beforeAll, expect, test } from 'vitest'
import type { Category } from '../../src/db/vocabulary.ts'
import { urls } from '../../src/urls.ts'
import { signInAs } from '../support/signed-in.ts'
import { workerEnv } from '../support/worker-env.ts'
import { app, caseNow, given, settle } from './town.ts'

beforeAll(settle)

/** Accepts a case about wages as one of another category; answers whom it woke. */
async function acceptAs(category: Category) {
  const id = await given()
  const { bindings, wakes } = workerEnv()
  const turn = String((await caseNow(id)).turn)
  const body = new URLSearchParams({ turn, 'acceptance-category': category, 'acceptance-workers': '1' })
  const init = { method: 'POST', headers: await signInAs(app, 'duty'), body }
  const answer = await app.request(urls.deskAct(id, 'acceptance'), init, bindings)
  expect(answer.status).toBe(303)
  return wakes
}

test('accepting a case that turns out dangerous wakes the sender of mails', async () => {
  expect(await acceptAs('safety')).toEqual([{ kind: 'deliveries' }])
})

test('accepting any other case wakes nobody', async () => {
  expect(await acceptAs('hours')).toEqual([])
})
