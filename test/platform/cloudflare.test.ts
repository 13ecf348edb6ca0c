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
