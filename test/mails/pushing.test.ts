import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, test } from 'vitest'
import { askForNews } from '../../src/cases/news/asking-for-news.ts'
import { newsWays } from '../../src/db/tables/news.ts'
import { pushKeys } from '../../src/mails/push-keys.ts'
import { tellWorkers } from '../../src/mails/telling-workers.ts'
import type { PushMessage } from '../../src/platform/types.ts'
import { newBrowser, opened, signedBy } from '../support/push-browser.ts'
import { townAnew } from '../support/town/anew.ts'
import { type Held, succeeded, type Town } from '../support/town/town.ts'
import { workerEnv } from '../support/worker-env.ts'

const ten = new Date('2026-09-21T02:00:00Z')
const eleven = new Date('2026-09-21T03:00:00Z')
const endpoint = 'https://fcm.googleapis.com/fcm/send/abc'

let here: Town
let held: Held
let phone: Awaited<ReturnType<typeof newBrowser>>
beforeEach(async () => {
  here = await townAnew(env.DB, ten)
  held = await here.file({ anonymous: true, identity: {} })
  phone = await newBrowser(endpoint)
  const target = JSON.stringify(phone.subscription)
  expect(await askForNews(here.scene, await here.asWorker(held), { kind: 'push', target })).toEqual({
    ok: true,
  })
  succeeded(await here.does('officer', held, 'accept'))
})

/** What a push service is handed that answers with this status. */
async function pushed(status: number, at = eleven): Promise<PushMessage[]> {
  const messages: PushMessage[] = []
  const push = async (message: PushMessage) => {
    messages.push(message)
    return status
  }
  await tellWorkers({ ...workerEnv().bindings, push }, at)
  return messages
}

const rows = () => here.db.select().from(newsWays)

describe('a browser is told', () => {
  test('by words that it alone opens, and that say nothing', async () => {
    const [message, ...others] = await pushed(201)
    expect(others).toEqual([])
    expect(message?.endpoint).toBe(endpoint)
    expect(message && JSON.parse(await opened(phone, message.body))).toEqual({
      title: '有新消息',
      body: '消息提醒',
    })
    expect(message?.headers).toMatchObject({ 'content-encoding': 'aes128gcm', ttl: '86400' })
  })

  test('in the name of this service, to this push service alone', async () => {
    const [message] = await pushed(201)
    const { publicKey } = await pushKeys(workerEnv().bindings.files)
    const claims = await signedBy(publicKey, message?.headers.authorization ?? '')
    expect(claims).toMatchObject({ aud: 'https://fcm.googleapis.com', sub: 'mailto:huying@example.org' })
  })

  test('once a day', async () => {
    expect(await pushed(201)).toHaveLength(1)
    succeeded(await here.does('officer', held, 'write', { body: 'Please come.', key: '1' }))
    expect(await pushed(201)).toEqual([])
    expect(await pushed(201, new Date('2026-09-22T02:00:00Z'))).toHaveLength(1)
  })
})

test.each([404, 410])('where the push service knows it no more (%s), it is forgotten', async (status) => {
  await pushed(status)
  expect(await rows()).toEqual([])
})

test('a browser that was put in its place meanwhile is not forgotten with it', async () => {
  const other = await newBrowser('https://fcm.googleapis.com/fcm/send/other')
  const target = JSON.stringify(other.subscription)
  const push = async () => {
    await askForNews(here.scene, await here.asWorker(held), { kind: 'push', target })
    return 410
  }
  await tellWorkers({ ...workerEnv().bindings, push }, eleven)
  expect(await rows()).toHaveLength(1)
})

test('where it is only busy, it is tried again in an hour', async () => {
  await pushed(503)
  expect(await rows()).toMatchObject([{ attempts: 1, notBefore: new Date('2026-09-21T04:00:00Z') }])
  expect(await pushed(201, new Date('2026-09-21T04:00:00Z'))).toHaveLength(1)
})
