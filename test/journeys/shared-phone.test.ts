import type { Page } from 'playwright-core'
import { urls } from '../../src/urls.ts'
import { seedFederation } from '../support/federation.ts'
import { expect, test } from '../support/journey.ts'
import { traveller } from './road/traveller.ts'

const site = urls.site('qh7cm')
const words = ['九月的工资还没有发', '王芳', '13800138000']

test('nothing of a filing is left on a borrowed phone once its worker has left', async ({
  huying,
  visit,
}) => {
  await seedFederation(huying.d1)
  const worker = traveller(await visit(), { locale: 'zh', scripts: true, axe: true })
  const { page } = worker
  await worker.open(site)
  await worker.send(site, {
    danger: 'no',
    matter: 'wages',
    story: '九月的工资还没有发。',
    mode: 'complaint',
    named: 'yes',
    worker_name: '王芳',
    worker_phone: '13800138000',
    agreed: 'yes',
  })
  await worker.send(site)
  const code = (await page.locator('.code').innerText()).replace(/\s/g, '')
  await worker.send(urls.receiptConfirmation, { last: code.slice(-4) })
  await worker.send(urls.follow)
  expect(await worker.text()).toContain('下一步')
  await worker.send(urls.followExit)

  const seen = await pagesBefore(page)
  expect(seen.length).toBeGreaterThan(4)
  for (const secret of [...words, code, 'class="code']) expect(seen.join('\n')).not.toContain(secret)
})

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
