import type { Page } from 'playwright-core'
import { urls } from '../../src/urls.ts'
import { seedFederation } from '../support/federation.ts'
import { expect, test } from '../support/journey.ts'
import { contextOf, type Traveller, traveller } from './road/traveller.ts'
import { fileAt } from './road/worker.ts'

const site = urls.site('qh7cm')
const words = ['九月的工资还没有发', '王芳', '13800138000']

test('nothing of a filing is left on a borrowed phone once its worker has left', async ({
  huying,
  visit,
}) => {
  await seedFederation(huying)
  const worker = traveller(await visit(), { locale: 'zh', scripts: true, axe: true })
  const { page } = worker
  const code = await file(worker)
  await worker.send(urls.receiptConfirmation, { last: code.slice(-4) })
  await worker.send(urls.follow)
  expect(await worker.text()).toContain('下一步')
  await worker.send(urls.followExit)

  const seen = await pagesBefore(page)
  expect(seen.length).toBeGreaterThan(4)
  for (const secret of [...words, code, 'class="code']) expect(seen.join('\n')).not.toContain(secret)
})

for (const scripts of [true, false])
  test(`leaving at once shows a page of everybody, and nothing on the way back; scripts: ${scripts}`, async ({
    huying,
    visit,
  }) => {
    await seedFederation(huying)
    const manner = { locale: 'zh', scripts, axe: false } as const
    const page = await visit(contextOf(manner))
    const worker = traveller(page, manner)
    const code = await file(worker)
    await worker.open(urls.follow)
    expect(await page.title()).toBe('网页')
    // There is no network here, so that he is seen on the way there.
    const led = page.waitForEvent('requestfailed', (request) => request.url() === urls.elsewhere)
    await Promise.all([led, page.locator('.away a').click({ noWaitAfter: true })])
    await expect.poll(() => page.url()).toMatch(/^chrome-error:/)

    await page.goBack()
    expect(await page.content()).not.toContain('第 ')
    await page.goto(urls.follow)
    expect(await page.locator('main').innerText()).toContain('请输入您的查询码')
    const seen = scripts ? await pagesBefore(page) : []
    for (const secret of [...words, code, 'class="code']) expect(seen.join('\n')).not.toContain(secret)
  })

async function file(worker: Traveller): Promise<string> {
  const named = { named: 'yes', worker_name: '王芳', worker_phone: '13800138000' }
  return fileAt(worker, site, { story: '九月的工资还没有发。', ...named })
}

/** What the browser shows from page to page of its history, each as it comes back and loaded anew. */
async function pagesBefore(page: Page): Promise<string[]> {
  const seen: string[] = []
  for (let steps = await page.evaluate(() => history.length); steps > 1; steps -= 1) {
    for (const go of [() => page.goBack(), () => page.reload()]) {
      // Before it posts anything again, the browser asks, and nothing of ours is shown.
      const answer = await go().catch(() => null)
      if (answer) seen.push(await page.content())
    }
  }
  return seen
}
