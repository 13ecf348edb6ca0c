import type { Page } from 'playwright-core'
import { query, urls } from '../../src/urls.ts'
import { seedFederation } from '../support/federation.ts'
import { expect, test } from '../support/journey.ts'

test('a form begins with its question, on the first screen of a small phone', async ({ huying, visit }) => {
  await seedFederation(huying)
  const page = await visit()
  for (const locale of ['zh', 'en'])
    for (const slug of ['suggestion', 'joining']) await beginsWithQuestion(page, slug, locale)
  // Here the numbers to call at once come before it.
  for (const slug of ['grievance', 'safety', 'hardship']) await beginsWithQuestion(page, slug, 'zh')
})

async function beginsWithQuestion(page: Page, slug: string, lang: string) {
  await page.goto(urls.form(slug) + query({ lang }))
  const question = page.locator('main form').locator('.field > label, legend').first()
  const { y, height } = (await question.boundingBox()) ?? { y: Number.NaN, height: 0 }
  expect(y + height, `${slug} in ${lang}`).toBeLessThan(page.viewportSize()?.height ?? 0)
}
