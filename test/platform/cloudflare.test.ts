import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { expect, test, vi } from 'vitest'
import { type Bindings, cloudflare } from '../../src/platform/cloudflare.ts'

const platform = (changes: Partial<Bindings> = {}) =>
  cloudflare({ ...env, ...changes }, createExecutionContext())

/** A queue that keeps with what delay it was given a message. */
function queue() {
  const delays: unknown[] = []
  const send = async (_message: unknown, options: { delaySeconds: number }) => delays.push(options)
  return { delays, WAKE: { send } as unknown as Bindings['WAKE'] }
}

test('a wake waits whole seconds, from now on, and half a day at most', async () => {
  const { delays, WAKE } = queue()
  const { wake } = platform({ WAKE })
  await wake({ kind: 'deliveries' })
  for (const delay of [-5, 0.2, 90, 86_400]) await wake({ kind: 'digest' }, delay)
  expect(delays).toEqual([0, 0, 1, 90, 43_200].map((delaySeconds) => ({ delaySeconds })))
})

test('a queue that cannot be reached is logged, not thrown', async () => {
  const WAKE = { send: () => Promise.reject(new Error('over the daily limit')) }
  const silent = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  await platform({ WAKE: WAKE as unknown as Bindings['WAKE'] }).wake({ kind: 'deliveries' })
  expect(silent).toHaveBeenCalledOnce()
  silent.mockRestore()
})

test('a limit counts the key it is given, and answers whether it may go on', async () => {
  const limit = async ({ key }: { key: string }) => ({ success: key === 'a' })
  const { limits } = platform({ SIGN_IN_LIMIT: { limit } })
  expect([await limits.signIn('a'), await limits.signIn('b')]).toEqual([true, false])
})

test('the newest copy is asked for by name, any other since the mark; a mark that is none counts for nothing', () => {
  const asked: unknown[] = []
  const withSession = (since: unknown) => {
    asked.push(since)
    return env.DB.withSession()
  }
  const { openDatabase } = platform({ DB: { withSession } as unknown as D1Database })
  const mark = '00000001-00000002-00004f3e-5e3a9bc0e2e6d5b7a1c8f1d2a3b4c5d6'
  openDatabase('newest')
  openDatabase('any')
  openDatabase('any', mark)
  openDatabase('any', 'first-primary')
  expect(asked).toEqual(['first-primary', 'first-unconstrained', mark, 'first-unconstrained'])
})

test('every secret that is missing or short is named at once, with the way to set it', () => {
  const { checkSecrets } = platform({ AUTH_SECRET: '', RECEIPT_SECRET: 'short' })
  expect(checkSecrets).toThrow(/AUTH_SECRET, RECEIPT_SECRET\. Set them with `npx wrangler secret put`/)
  expect(platform().checkSecrets).not.toThrow()
})

test('of the secrets of cases either will do, and of two the later one comes first', () => {
  const [early, late] = ['2026-11-01T08:00:00Z.a-secret-of-cases', '2026-12-01T08:00:00Z.a-secret-of-cases']
  const of = (CASE_SECRET?: string, CASE_SECRET_OTHER?: string) =>
    platform({
      ...(CASE_SECRET ? { CASE_SECRET } : { CASE_SECRET: '' }),
      ...(CASE_SECRET_OTHER && { CASE_SECRET_OTHER }),
    })
  expect(of(early, late).secrets.cases).toEqual([late, early])
  expect(of(late, early).secrets.cases).toEqual([late, early])
  expect(of(undefined, late).secrets.cases).toEqual([late])
  expect(of(undefined, late).checkSecrets).not.toThrow()
  expect(of().checkSecrets).toThrow(/CASE_SECRET/)
})

test('a file is written once, and read until it is removed', async () => {
  const { files } = platform()
  await files.create('test/one', new Uint8Array([1, 2]))
  await files.create('test/one', new Uint8Array([3]))
  expect(await files.read('test/one')).toEqual(new Uint8Array([1, 2]))
  expect(await files.list('test/')).toEqual(['test/one'])
  await files.remove('test/one')
  expect([await files.read('test/one'), await files.list('test/')]).toEqual([null, []])
})

test('all but what ends with a request is made once', async () => {
  const context = createExecutionContext()
  const [one, other] = [cloudflare(env, context), cloudflare(env, createExecutionContext())]
  expect({ ...other, later: one.later }).toEqual(one)
  expect(other.openDatabase).toBe(one.openDatabase)

  let done = false
  one.later(
    (async () => {
      await scheduler.wait(1)
      done = true
    })(),
  )
  await waitOnExecutionContext(context)
  expect(done).toBe(true)
})
