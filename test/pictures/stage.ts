import { rmSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { indexDemo } from '../../scripts/demo/indexing.ts'
import { seedDemo } from '../../scripts/demo/seed.ts'
import { openDb } from '../../src/db/client.ts'
import { publish } from '../../src/forms/versions.ts'
import { dayIn } from '../../src/orgs/zone.ts'
import { urls } from '../../src/urls.ts'
import { everyKind } from '../forms/examples.ts'
import { buildWorker } from '../support/build.ts'
import { launchChromium } from '../support/chromium.ts'
import { startHuying } from '../support/huying.ts'
import { kindsForm } from './every-kind.ts'
import { fileEvidence } from './evidence-scenes.ts'
import { beginForms } from './making-scenes.ts'
import { publishPaged } from './paged-scenes.ts'
import { fullSite, type Scene, scenesOf } from './scenes.ts'
import { publishCourses } from './seats-scenes.ts'
import { changeSites } from './site-scenes.ts'

/** How somebody looks at a page. */
export interface Manner {
  name: string
  width: number
  locale: 'zh' | 'en'
  dark?: true
  elder?: true
}

export const manners: Manner[] = [360, 1280].flatMap((width) =>
  (['zh', 'en'] as const).flatMap((locale) => [
    { name: `${locale}-${width}-light`, width, locale },
    { name: `${locale}-${width}-dark`, width, locale, dark: true as const },
    { name: `${locale}-${width}-elder`, width, locale, elder: true as const },
  ]),
)

/** The service with the demo federation, and a browser to look at it; `pixels` are those of a CSS pixel's side. */
export async function openStage(pixels: number) {
  const built = await buildWorker()
  const huying = await startHuying(built, { vars: { DEMO: '1' }, rateLimit: 1_000_000 })
  const unfounded = await startHuying(built, { vars: { DEMO: '1' } })
  const strict = await startHuying(built, { vars: { DEMO: '1' }, rateLimit: 1 })
  const played = await seedDemo(huying.d1, new Date(), huying.secrets)
  await indexDemo({ DB: huying.d1, SEARCH: huying.search }, new Date(), huying.secrets)
  await huying.d1
    .prepare("insert into settings (key, value, updated_at) values ('minimumFillSeconds', '0', 0)")
    .run()
  // One site has had its day's filings.
  await huying.d1
    .prepare('insert into daily_filings (day, site_code, count) values (?, ?, 300)')
    .bind(dayIn('Asia/Shanghai', new Date()), fullSite)
    .run()
  await publish(openDb(huying.d1), { slug: kindsForm, definition: everyKind(), now: new Date() })
  await beginForms(openDb(huying.d1), new Date())
  await publishCourses(openDb(huying.d1), new Date())
  await changeSites(openDb(huying.d1), new Date())
  await publishPaged(openDb(huying.d1), huying.secrets.receiptSecret, new Date())
  const called = [
    ...played.map(({ scenario: { key }, caseId, receipt }) => ({ key, caseId, receipt })),
    ...(await fileEvidence(huying, new Date())),
  ]
  const { results } = await huying.d1
    .prepare("select state, id from cases where secrecy <> 'strict' group by state")
    .all<{ state: string; id: string }>()
  const browser = await launchChromium()

  return {
    scenes: scenesOf(
      (state) => results.find((row) => row.state === state)?.id ?? '',
      (key) => caseOf(called, key).caseId,
    ),
    /** Opens the scene, hands its page over and closes it. */
    async show<T>(scene: Scene, manner: Manner, look: (page: Page) => Promise<T>): Promise<T> {
      const baseURL = (scene.unfounded ? unfounded : scene.strict ? strict : huying).url
      const page = await open(browser, manner, { baseURL, deviceScaleFactor: pixels })
      if (scene.unenrolled)
        await huying.d1.prepare('delete from second_factors where staff_id = ?').bind(scene.as).run()
      if (scene.as) await send(page, huying.url, urls.signInDemo, { staff: scene.as })
      if (scene.receiptOf) {
        const { receipt } = caseOf(called, scene.receiptOf)
        if (scene.byLink) await page.goto(urls.followLink(receipt))
        else await send(page, huying.url, urls.follow, { receipt })
        // Entering it has shown the page once.
        if (scene.anew) await unread(huying.d1)
      }
      if (typeof scene.open === 'string') await page.goto(scene.open)
      else await scene.open(page)
      const seen = await look(page)
      await page.context().close()
      return seen
    },
    async close() {
      await browser.close()
      await Promise.all([huying.stop(), unfounded.stop(), strict.stop()])
      rmSync(built.dir, { recursive: true, force: true })
    },
  }
}

export type Stage = Awaited<ReturnType<typeof openStage>>

/** Nobody has read yet what the union wrote. */
async function unread(d1: D1Database) {
  await d1.prepare('update messages set read_at = null where from_worker = 0').run()
  await d1.prepare('update replies set read_at = null').run()
}

async function open(
  browser: Browser,
  { width, dark, locale, elder }: Manner,
  options: { baseURL: string; deviceScaleFactor: number },
) {
  const viewport = { width, height: width === 360 ? 740 : 900 }
  const context = await browser.newContext({
    ...options,
    viewport,
    locale: { zh: 'zh-CN', en: 'en-GB' }[locale],
    colorScheme: dark ? 'dark' : 'light',
  })
  const chosen = { lang: locale, view: elder ? 'elder' : 'standard' }
  await context.addCookies(
    Object.entries(chosen).map(([name, value]) => ({ name, value, url: options.baseURL })),
  )
  return context.newPage()
}

/** As a form of ours would; what it answers is in the cookies. */
async function send(page: Page, origin: string, path: string, form: Record<string, string>) {
  const answer = await page.context().request.post(path, { form, headers: { origin } })
  if (!answer.ok()) throw new Error(`${path} answered ${answer.status()}`)
}

interface Called {
  key: string
  caseId: string
  receipt: string
}

function caseOf(called: Called[], key: string): Called {
  const found = called.find((one) => one.key === key)
  if (!found) throw new Error(`No case ${key}`)
  return found
}
