import { openDb } from '../../src/db/client.ts'
import { publish } from '../../src/forms/versions.ts'
import { catalogs } from '../../src/i18n/catalog.ts'
import { urls } from '../../src/urls.ts'
import { formOf, text } from '../forms/examples.ts'
import { seedFederation } from '../support/federation.ts'
import { expect, test } from '../support/journey.ts'

const { fill, clear, filled, refused } = catalogs.zh.questions.place
const slug = 'where'
const place = { type: 'place', name: 'place', label: text('在哪里') }
const definition = { ...formOf(text('t')), sections: [{ title: text('s'), fields: [place] }] }
const latitude = '[name="place--latitude"]'
const longitude = '[name="place--longitude"]'

test('a phone says about where it is when its owner asks it to, where he sees it and can clear it', async ({
  huying,
  visit,
}) => {
  await seedFederation(huying)
  await publish(openDb(huying.d1), { slug, definition, now: new Date() })
  const geolocation = { latitude: 30.612_49, longitude: 117.529_62 }
  const page = await visit({ geolocation, permissions: ['geolocation'] })
  await page.goto(urls.form(slug))
  expect(await page.locator(latitude).isVisible()).toBe(false)
  expect(await page.inputValue(latitude)).toBe('')

  await page.getByText(fill).click()
  await page.getByText(filled).waitFor()
  expect([await page.inputValue(latitude), await page.inputValue(longitude)]).toEqual(['30.612', '117.530'])

  await page.getByText(clear).click()
  expect(await page.inputValue(latitude)).toBe('')
  expect(await page.locator(latitude).isVisible()).toBe(false)

  await page.getByText(fill).click()
  await page.locator(latitude).waitFor()
  await page.check('[name="named"][value="no"]', { force: true })
  await page.locator('button[value="check"]').click()
  await page.getByText('(30.612, 117.530)').waitFor()
})

test('a phone that may not say where it is leaves the words, and one without scripts shows nothing of it', async ({
  huying,
  visit,
}) => {
  await publish(openDb(huying.d1), { slug, definition, now: new Date() })
  const page = await visit()
  await page.goto(urls.form(slug))
  await page.getByText(fill).click()
  await page.getByText(refused).waitFor()
  expect(await page.getByText(fill).isEnabled()).toBe(true)

  const plain = await visit({ javaScriptEnabled: false })
  await plain.goto(urls.form(slug))
  expect(await plain.getByText(fill).isVisible()).toBe(false)
  expect(await plain.locator('#place').isVisible()).toBe(true)
})
