import { gzipSync } from 'node:zlib'
import { seedDemo } from '../../scripts/demo/seed.ts'
import { urls } from '../../src/urls.ts'
import { testBindings } from '../support/bindings.ts'
import type { BuiltWorker } from '../support/build.ts'
import { launchChromium } from '../support/chromium.ts'
import { startHuying } from '../support/huying.ts'

const limit = 14 * 1024

/** What a phone fetches when it opens a site's form for the first time, counted in Chromium without JavaScript. */
export async function firstVisit(product: BuiltWorker): Promise<void> {
  const huying = await startHuying(product)
  await seedDemo(huying.d1, new Date(), testBindings.RECEIPT_SECRET)
  const browser = await launchChromium()
  const { results } = await huying.d1
    .prepare(
      'select code, slug from sites join forms on forms.id = sites.form_id group by slug order by code',
    )
    .all<{ code: string; slug: string }>()
  console.log('\nA first visit to a form (Chromium, no JavaScript)\n')
  for (const { code, slug } of results) {
    const context = await browser.newContext({ javaScriptEnabled: false, locale: 'zh-CN' })
    const page = await context.newPage()
    const sizes: Promise<number>[] = []
    page.on('response', (response) => {
      if (response.url().startsWith('http')) sizes.push(response.body().then((body) => gzipSync(body).length))
    })
    await page.goto(`${huying.url}${urls.site(code)}`, { waitUntil: 'networkidle' })
    const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
    const holds = sizes.length <= 3 && bytes <= limit
    console.log(
      `  ${slug.padEnd(12)} ${sizes.length} requests, ${bytes} bytes gzipped  ${holds ? 'ok' : 'OVER the limit'}`,
    )
    await context.close()
  }
  await browser.close()
  await huying.stop()
}
