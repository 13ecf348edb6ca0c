import type { Page } from 'playwright-core'
import { query, urls } from '../../src/urls.ts'
import { seedFederation } from '../support/federation.ts'
import { expect, test } from '../support/journey.ts'
import { traveller } from './road/traveller.ts'

const site = urls.site('qh7cm')
/** With all that a receipt can say: numbers to call, where it goes, its dates, and a limitation. */
const worst = {
  danger: 'yes',
  matter: 'injury',
  story: '机器轧了手，现在还没有人管。',
  mode: 'complaint',
  named: 'yes',
  worker_name: '王芳',
  worker_phone: '13800138000',
  agreed: 'yes',
}

test('a receipt fits on one sheet of paper, in each language and size of type', async ({ huying, visit }) => {
  await seedFederation(huying)
  for (const view of ['standard', 'elder'])
    for (const locale of ['zh', 'en'] as const) {
      const worker = traveller(await visit(), { locale, scripts: true, axe: false })
      await worker.open(urls.home + query({ view, lang: locale }))
      await worker.open(site)
      await worker.send(site, worst)
      await worker.send(site)
      expect(await worker.page.locator('.care').count()).toBe(1)
      const code = worker.page.locator('img.qr')
      expect(await code.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(200)
      expect(await sheetsOf(worker.page), `${view} in ${locale}`).toBe(1)
    }
})

/** How many sheets of A4 the page prints on. */
async function sheetsOf(page: Page): Promise<number> {
  const pdf = await page.pdf({
    format: 'A4',
    margin: { top: '1cm', bottom: '1cm', left: '1cm', right: '1cm' },
  })
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0
}
