import { env } from 'cloudflare:workers'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { sessions } from '../../src/db/tables/signin.ts'
import { deactivate } from '../../src/orgs/granting.ts'
import { urls } from '../../src/urls.ts'
import { countingStatements } from '../support/counting-statements.ts'
import { bindings, onDatabase } from '../support/signed-in.ts'
import { townAnew } from '../support/town/anew.ts'
import { officeOf } from '../support/town/office.ts'
import { app, clock } from '../support/town/pages.ts'
import { arrive } from '../support/town/signing-in.ts'
import { monday, type Town } from '../support/town/town.ts'

let here: Town

beforeEach(async () => {
  clock.now = monday
  here = await townAnew(env.DB)
})
afterEach(() => {
  vi.restoreAllMocks()
})

const ciphers = ['digest', 'sign', 'verify', 'encrypt', 'decrypt', 'importKey', 'deriveBits'] as const

/** What a service does before it answers: what goes on afterwards is put off, and nobody can time it. */
async function workFor(email: string) {
  const { counted, statements } = countingStatements(env.DB)
  const hashes = ciphers.map((name) => vi.spyOn(crypto.subtle, name))
  const put: Promise<unknown>[] = []
  const limits = { ...bindings().limits, signIn: async () => true, arrivals: async () => true }
  const { phone, mails } = arrive(app, {
    ...onDatabase(counted),
    limits,
    later: (work) => void put.push(work),
  })
  const done: [number, number[], string][] = []
  for (const [path, fields] of [
    [urls.signIn, { email }],
    [urls.signIn, { email, again: 'yes' }],
    [urls.signInCode, { code: '0000 0000' }],
    [urls.signInCode, { code: '0000 0001' }],
    [urls.signInCode, { code: '0000 0002' }],
    [urls.signInCode, { code: '0000 0003' }],
  ] as [string, Record<string, string>][]) {
    const before = [statements(), ...hashes.map((spy) => spy.mock.calls.length)]
    const sent = mails.length
    const answer = await phone.post(path, fields)
    const said = `${answer.status} ${answer.headers.get('location') ?? (await answer.text())}`
    expect(mails.length, 'mails that somebody waits for').toBe(sent)
    const [ran = 0, ...calls] = [statements(), ...hashes.map((spy) => spy.mock.calls.length)].map(
      (count, at) => count - (before[at] ?? 0),
    )
    done.push([ran, calls, said.replaceAll(email, 'the address')])
    await Promise.all(put.splice(0))
  }
  vi.restoreAllMocks()
  return { done, mails: mails.length }
}

test('a mailbox with an account costs as many statements and hashes as one without, and reads the same, at every step', async () => {
  await workFor('officer@union.example') // the first one evaluates the library
  const known = await workFor('head@union.example')
  const unknown = await workFor('nobody@union.example')
  expect(known.done.map(([statements]) => statements).every((count) => count > 1)).toBe(true)
  expect(known.done[2]?.[1].some((count) => count > 0)).toBe(true)
  expect(unknown.done).toEqual(known.done)
  expect([known.mails, unknown.mails]).toEqual([2, 0])
})

test('so does one whose account was closed, and its old code opens no session', async () => {
  await workFor('officer@union.example')
  const { stranger } = here.people
  const before = { head: arrive(app), stranger: arrive(app) }
  for (const who of ['head', 'stranger'] as const)
    await before[who].phone.post(urls.signIn, { email: here.people[who].email })
  await before.head.phone.post(urls.signInCode, { code: '0000 0000' })
  const known = await workFor('head@union.example')
  await deactivate(officeOf(here), stranger)
  await before.stranger.phone.post(urls.signInCode, { code: before.stranger.code() })
  expect(await here.db.select().from(sessions)).toEqual([])
  expect((await workFor(stranger.email)).done).toEqual(known.done)
})
