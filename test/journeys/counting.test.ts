import { catalogs } from '../../src/i18n/catalog.ts'
import { urls } from '../../src/urls.ts'
import { seedFederation } from '../support/federation.ts'
import { expect, test } from '../support/journey.ts'

const { charactersLeft, charactersOver } = catalogs.zh.common

test('under a long text stands how much more is taken, as a person counts, and nothing of it is cut', async ({
  huying,
  visit,
}) => {
  await seedFederation(huying)
  const page = await visit()
  const counted = page.locator('#story + p')
  await page.goto(urls.form('grievance'))
  expect(await counted.innerText()).toBe('')

  await page.fill('#story', '𠮷'.repeat(1990))
  expect(await counted.innerText()).toBe(charactersLeft.replace('#', '10'))
  const long = '𠮷'.repeat(2003)
  await page.fill('#story', long)
  expect(await counted.innerText()).toBe(charactersOver.replace('#', '3'))

  await page.locator('button[value="check"]').click()
  await page.locator('.summary').waitFor()
  expect(await page.inputValue('#story')).toBe(long)
  expect(await counted.innerText()).toBe(charactersOver.replace('#', '3'))
  expect(await page.locator('#story-error').innerText()).toContain('2003')
})
