import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import type { Played } from '../../scripts/demo/filing.ts'
import { seedDemo } from '../../scripts/demo/seed.ts'
import { query, urls } from '../../src/urls.ts'
import { testBindings } from '../support/bindings.ts'
import { buildWorker } from '../support/build.ts'
import { launchChromium } from '../support/chromium.ts'
import { startHuying } from '../support/huying.ts'
import { type Scene, scenesOf } from './scenes.ts'

interface Manner {
  name: string
  width: number
  locale: 'zh' | 'en'
  dark?: true
  elder?: true
}

const manners: Manner[] = [360, 1280].flatMap((width) =>
  (['zh', 'en'] as const).flatMap((locale) => [
    { name: `${locale}-${width}-light`, width, locale },
    { name: `${locale}-${width}-dark`, width, locale, dark: true as const },
    { name: `${locale}-${width}-elder`, width, locale, elder: true as const },
  ]),
)

/** What the README shows: the first screen of a few pages on a phone. */
const inReadme: [string, string][] = [
  ['form', 'zh-360-light'],
  ['receipt', 'zh-360-light'],
  ['follow-replied', 'zh-360-light'],
  ['desk', 'zh-360-light'],
  ['desk-case-handler', 'zh-360-light'],
  ['form', 'en-360-light'],
  ['desk', 'en-360-dark'],
  ['board', 'zh-360-elder'],
]

const [, , folder, only = ''] = process.argv
const built = await buildWorker()
const huying = await startHuying(built, { vars: { DEMO: '1' }, rateLimit: 1_000_000 })
const played = await seedDemo(huying.d1, new Date(), testBindings.RECEIPT_SECRET)
await huying.d1
  .prepare("insert into settings (key, value, updated_at) values ('minimumFillSeconds', '0', 0)")
  .run()
const { results } = await huying.d1
  .prepare("select state, id from cases where secrecy <> 'strict' group by state")
  .all<{ state: string; id: string }>()
const scenes = scenesOf((state) => results.find((row) => row.state === state)?.id ?? '')
const browser = await launchChromium()

if (folder) await takeAll(browser, folder)
else await takeForReadme(browser, import.meta.dirname)

await browser.close()
await huying.stop()
rmSync(built.dir, { recursive: true, force: true })
process.exit()

async function takeAll(browser: Browser, folder: string) {
  mkdirSync(folder, { recursive: true })
  for (const manner of manners.filter(({ name }) => name.startsWith(only))) {
    for (const scene of scenes) {
      const page = await show(browser, scene, manner)
      await page.screenshot({ path: join(folder, `${scene.name}--${manner.name}.png`), fullPage: true })
      await page.context().close()
    }
    console.log(manner.name)
  }
}

async function takeForReadme(browser: Browser, folder: string) {
  for (const [name, how] of inReadme) {
    const scene = scenes.find((one) => one.name === name)
    const manner = manners.find((one) => one.name === how)
    if (!scene || !manner) throw new Error(`No scene ${name} or manner ${how}`)
    const page = await show(browser, scene, manner)
    await page.screenshot({ path: join(folder, `${name}-${how.replace('-360', '')}.png`) })
    await page.context().close()
  }
}

async function show(browser: Browser, scene: Scene, manner: Manner): Promise<Page> {
  const context = await browser.newContext({ ...optionsOf(manner), baseURL: huying.url })
  const page = await context.newPage()
  await page.goto(urls.home + query({ lang: manner.locale, view: manner.elder && 'elder' }))
  if (scene.as) await signIn(page, scene.as)
  if (scene.receiptOf) await page.goto(urls.followLink(receiptOf(played, scene.receiptOf)))
  if (typeof scene.open === 'string') await page.goto(scene.open)
  else await scene.open(page)
  await warnOfOverflow(page, `${scene.name} ${manner.name}`)
  return page
}

function optionsOf({ width, dark }: Manner): BrowserContextOptions {
  return {
    viewport: { width, height: width === 360 ? 740 : 900 },
    colorScheme: dark ? 'dark' : 'light',
    deviceScaleFactor: folder ? 1 : 2,
  }
}

async function signIn(page: Page, staffId: string) {
  await page.goto(urls.signIn)
  await page.locator(`form:has(input[name="staff"][value="${staffId}"]) button`).click()
}

function receiptOf(played: Played[], key: string): string {
  const found = played.find(({ scenario }) => scenario.key === key)
  if (!found) throw new Error(`No demo case ${key}`)
  return found.receipt
}

async function warnOfOverflow(page: Page, name: string) {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  if (over > 0) console.warn(`${name} is ${over} px too wide`)
}
