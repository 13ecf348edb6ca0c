import type { Page, Worker } from 'playwright-core'
import { urls } from '../../src/urls.ts'
import { seedFederation } from '../support/federation.ts'
import type { Huying } from '../support/huying.ts'
import { expect, test, type Visit } from '../support/journey.ts'
import { type Traveller, traveller } from './road/traveller.ts'
import { fileAt } from './road/worker.ts'

const site = urls.site('qh7cm')
const endpoint = 'https://fcm.googleapis.com/fcm/send/abc'
const subscription = { endpoint, keys: { p256dh: `B${'A'.repeat(86)}`, auth: 'A'.repeat(22) } }
/** What the service sends, as `test/mails/pushing.test.ts` opens it. */
const news = { title: '有新消息', body: '消息提醒' }

test('a phone that is told shows that there is news and nothing else, and a tap leads to the page of everybody', async ({
  huying,
  visit,
}) => {
  const page = await phoneThatMayBeTold(huying, visit)
  const { deliver } = await pushedTo(page, huying.url)
  await followed(page)

  // There is no push service here: the page says so, and what it registered for it is there.
  await page.locator('[data-push] button').click()
  await page.locator('[data-push] [role="alert"]').waitFor()
  expect(await registrations(page)).toEqual([`${huying.url}${urls.serviceWorker}`])

  const worker = await noting(page)
  await deliver(JSON.stringify(news))
  await expect.poll(() => noted(worker)).toEqual([[news.title, { body: news.body, tag: 'news' }]])

  await tap(worker)
  expect((await noted(worker)).slice(1)).toEqual(['closed', urls.home])
})

test('leaving at once ends it on that phone', async ({ huying, visit }) => {
  const page = await phoneThatMayBeTold(huying, visit)
  await followed(page)
  await page.locator('[data-push] button').click()
  await page.locator('[data-push] [role="alert"]').waitFor()
  expect(await registrations(page)).toHaveLength(1)
  const led = page.waitForEvent('requestfailed', (request) => request.url() === urls.elsewhere)
  await Promise.all([led, page.locator('.away a').click({ noWaitAfter: true })])
  await expect.poll(() => page.url()).toMatch(/^chrome-error:/)
  await page.goto(urls.follow)
  expect(await registrations(page)).toEqual([])
})

test('where the push service registers it, the page says so, until it is forgotten', async ({
  huying,
  visit,
}) => {
  const page = await phoneThatMayBeTold(huying, visit)
  // What the push service of this browser would answer.
  await page.addInitScript((given) => {
    PushManager.prototype.subscribe = async () => given as unknown as PushSubscription
  }, subscription)
  const worker = await followed(page)
  await Promise.all([page.waitForEvent('load'), page.locator('[data-push] button').click()])
  expect(await worker.text()).toContain('登记过的那个浏览器会弹出提醒')
  const ways = () => huying.d1.prepare('select kind from news_ways').all()
  expect((await ways()).results).toEqual([{ kind: 'push' }])
  await worker.send(urls.followNewsEnd)
  expect(await worker.text()).toContain('以后不再提醒')
  expect((await ways()).results).toEqual([])
})

/** A phone that lets this service show notifications. */
async function phoneThatMayBeTold(huying: Huying, visit: Visit): Promise<Page> {
  await seedFederation(huying)
  const page = await visit()
  await page.context().grantPermissions(['notifications'], { origin: huying.url })
  return page
}

/** A worker without a name on the page of his case. */
async function followed(page: Page): Promise<Traveller> {
  const worker = traveller(page, { locale: 'zh', scripts: true, axe: false })
  const receipt = await fileAt(worker, site, { story: '九月的工资到现在还没有发。' })
  await worker.open(urls.follow)
  await worker.send(urls.follow, { receipt })
  await page.locator('[data-push]').waitFor()
  return worker
}

const registrations = (page: Page) =>
  page.evaluate(async () => {
    const all = await navigator.serviceWorker.getRegistrations()
    return all.map(({ active, installing, waiting }) => (active ?? waiting ?? installing)?.scriptURL)
  })

/** What a push service does: it hands a message to what is registered. */
async function pushedTo(page: Page, origin: string) {
  const devtools = await page.context().newCDPSession(page)
  let registrationId = ''
  devtools.on('ServiceWorker.workerRegistrationUpdated', ({ registrations: [last] }) => {
    registrationId = last?.registrationId ?? registrationId
  })
  await devtools.send('ServiceWorker.enable')
  const deliver = (data: string) =>
    devtools.send('ServiceWorker.deliverPushMessage', { origin, registrationId, data })
  return { deliver }
}

/**
 * The worker of the page, with what it has its browser do noted: a browser without a screen shows no notification, and
 * nobody taps one.
 */
async function noting(page: Page): Promise<Worker> {
  const [worker] = page.context().serviceWorkers()
  if (!worker) throw new Error('No worker runs')
  await worker.evaluate(() => {
    const noted: unknown[] = []
    const note = async (...what: unknown[]) => void noted.push(what.length === 1 ? what[0] : what)
    const here = globalThis as unknown as Record<string, object>
    Object.assign(here, { noted })
    Object.assign(here.registration ?? {}, { showNotification: note })
    Object.assign(here.clients ?? {}, { openWindow: note })
  })
  return worker
}

const noted = (worker: Worker) => worker.evaluate(() => (globalThis as unknown as { noted: unknown[] }).noted)

/** A tap on what was shown. */
const tap = (worker: Worker) =>
  worker.evaluate(() => {
    const { noted: notes } = globalThis as unknown as { noted: unknown[] }
    const notification = { close: () => notes.push('closed') }
    dispatchEvent(Object.assign(new Event('notificationclick'), { notification, waitUntil: () => undefined }))
  })
