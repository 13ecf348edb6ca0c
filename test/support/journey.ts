import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { test as base, expect, inject } from 'vitest'
import { urls } from '../../src/urls.ts'
import { foundByAxe } from './axe.ts'
import { launchChromium } from './chromium.ts'
import { startHuying } from './huying.ts'

export { expect } from 'vitest'

const screenshots = join(import.meta.dirname, '../screenshots')

/** Opens a new visitor's browser. */
export type Visit = (options?: BrowserContextOptions) => Promise<Page>

/**
 * A test in a real browser. Each file has a service and a database of its own; each test opens its own visitors:
 * `test('a worker files', async ({ huying, visit }) => { const page = await visit(); await page.goto('/') })`
 */
export const test = base
  .extend('vars', { scope: 'file' }, { DEMO: '1' })
  .extend('huying', { scope: 'file' }, async ({ vars }, { onCleanup }) => {
    const huying = await startHuying(inject('worker'), { vars })
    onCleanup(() => huying.stop())
    return huying
  })
  .extend('browser', { scope: 'file' }, async ({ huying: _ }, { onCleanup }) => {
    const browser = await launchChromium()
    onCleanup(() => browser.close())
    return browser
  })
  .extend('visit', async ({ huying, browser, task }, { onCleanup }) => {
    const visits: Page[] = []
    const strangers: string[] = []
    onCleanup(async () => {
      if (task.result?.state === 'fail')
        await Promise.all(visits.map((page, at) => keep(page, task.name, at)))
      await Promise.all(visits.map((page) => page.context().close()))
      expect(strangers, 'addresses of others that the pages asked').toEqual([])
    })
    return async (options: BrowserContextOptions = {}): Promise<Page> => {
      const page = await openPage(browser, huying.url, options)
      page.on('request', (request) => {
        // Whoever leaves at once is led there; nothing on a page asks it for anything.
        if (request.isNavigationRequest() && request.url() === urls.elsewhere) return
        const { origin, protocol } = new URL(request.url())
        if (protocol.startsWith('http') && origin !== huying.url) strangers.push(request.url())
      })
      visits.push(page)
      return page
    }
  })

const phone = {
  viewport: { width: 360, height: 740 },
  hasTouch: true,
  isMobile: true,
  locale: 'zh-CN',
  timezoneId: 'Asia/Shanghai',
}

/** A new visitor with a phone who reads Chinese, unless told otherwise. */
async function openPage(browser: Browser, baseURL: string, options: BrowserContextOptions) {
  const context = await browser.newContext({ baseURL, ...phone, ...options })
  context.setDefaultTimeout(10_000)
  return context.newPage()
}

async function keep(page: Page, test: string, at: number) {
  mkdirSync(screenshots, { recursive: true })
  const name = `failed ${test} ${at + 1}`.replaceAll(/[^\p{L}\p{N}]+/gu, '-')
  await page.screenshot({ path: join(screenshots, `${name}.png`), fullPage: true })
}

/** Fails when axe finds anything on the page as it is now. */
export async function expectAccessible(page: Page) {
  expect(await foundByAxe(page), `axe on ${page.url()}`).toEqual([])
}
