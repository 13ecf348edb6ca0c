import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { posterSizes } from '../../src/office/sites/poster-looks.ts'
import { query, urls } from '../../src/urls.ts'
import { seedFederation } from '../support/federation.ts'
import { expect, test } from '../support/journey.ts'
import { signIn } from './road/people.ts'
import { looks, readBy } from './road/reading-codes.ts'
import { traveller } from './road/traveller.ts'

const code = 'QH7CM'
const manner = { locale: 'zh', scripts: true, axe: false } as const

test('each size of a poster is read by a phone, also in poor light and askew', async ({ huying, visit }) => {
  await seedFederation(huying)
  const officer = traveller(await visit({ deviceScaleFactor: 3 }), manner)
  await signIn(officer, 'ding.yiming', urls.office)
  for (const size of posterSizes) {
    await officer.open(urls.officePoster(code) + query({ size }))
    const drawing = await officer.page.locator('.poster svg').last().screenshot()
    for (const look of Object.keys(looks) as (keyof typeof looks)[])
      expect(await readBy(officer.page, drawing, look), `${size}, ${look}`).toBe(
        (huying.url + urls.site(code)).toUpperCase(),
      )
  }
})

test('each size is printed on one sheet of its own size, and no word leaves it', async ({
  huying,
  visit,
}) => {
  await seedFederation(huying)
  const officer = traveller(await visit(), manner)
  await signIn(officer, 'ding.yiming', urls.office)
  const papers = { a4: [595, 842], a3: [842, 1191], a5: [420, 595], table: [842, 595], stickers: [595, 842] }
  for (const size of posterSizes) {
    await officer.open(urls.officePoster(code) + query({ size }))
    expect(await papersOf(officer.page), size).toEqual([papers[size]])
    expect(await outside(officer.page), size).toEqual([])
  }
})

/** The sizes of the sheets on which a page is printed, in points. */
async function papersOf(page: Page): Promise<number[][]> {
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  const boxes = [...pdf.matchAll(/\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/g)]
  return boxes.map(([, width, height]) => [Math.round(Number(width)), Math.round(Number(height))])
}

/** The words that stand closer to the edge of a sheet than its margin. */
function outside(page: Page): Promise<string[]> {
  return page.locator('.poster svg text').evaluateAll((texts) =>
    texts.flatMap((text) => {
      const box = (text as SVGTextElement).getBBox()
      return box.x < 14 || box.x + box.width > 198 || box.y + box.height > 297 ? [text.textContent ?? ''] : []
    }),
  )
}

test('a drawing that was downloaded is read as well', async ({ huying, visit }) => {
  const officer = traveller(await visit({ deviceScaleFactor: 3 }), manner)
  await signIn(officer, 'ding.yiming', urls.office)
  await officer.open(urls.officePoster(code))
  const [download] = await Promise.all([
    officer.page.waitForEvent('download'),
    officer.page.locator(`a[href*="${urls.officePosterDrawing(code)}"]`).click(),
  ])
  const file = await visit({ deviceScaleFactor: 3 })
  await file.setContent(readFileSync(await download.path(), 'utf8').replace(/^<.xml.*\n/, ''))
  const picture = await file.locator('svg').screenshot()
  expect(await readBy(file, picture, 'plain')).toBe((huying.url + urls.site(code)).toUpperCase())
})
