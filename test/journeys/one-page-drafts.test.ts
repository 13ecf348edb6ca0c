import type { Page } from 'playwright-core'
import { catalogs } from '../../src/i18n/catalog.ts'
import { urls } from '../../src/urls.ts'
import { type Fields, fillIn, press, toCheck, toSend } from '../pictures/ways.ts'
import { seedFederation } from '../support/federation.ts'
import { expect, test } from '../support/journey.ts'
import { button, expectFilled } from './road/page-by-page.ts'

const words = catalogs.zh.intake
const site = urls.site('QH7CM')
const main = (page: Page) => page.locator('main').innerText()
const told: Fields = { danger: 'no', matter: 'wages', story: '九月和十月的工资没有发', people: '32' }
const sending: Fields = { mode: 'complaint', named: 'no', agreed: 'yes' }

for (const javaScriptEnabled of [true, false])
  test(`a form that a phone forgot is filed from another; scripts: ${javaScriptEnabled}`, async ({
    huying,
    visit,
  }) => {
    await seedFederation(huying)
    const phone = await visit({ javaScriptEnabled })
    await phone.goto(site)
    await fillIn(told)(phone)
    await press(toCheck)(phone)
    expect(await main(phone)).toContain(words.paged.saved)

    // The battery is empty; later he scans the code on the wall again.
    const again = await phone.context().newPage()
    await phone.close()
    await again.goto(site)
    expect(await main(again)).toContain(words.paged.began)
    expect(await again.content()).not.toContain(told.story)
    await press('main a.button')(again)
    await expectFilled(again, told)
    await fillIn({ ...sending, people: '33' })(again)
    await press(button('keep'))(again)
    const code = await again.locator('.code').innerText()

    const other = await visit({ javaScriptEnabled })
    await other.goto(urls.resume)
    await fillIn({ resume: code })(other)
    await press('main form .button')(other)
    await expectFilled(other, { ...told, ...sending, people: '33' })
    await press(toCheck)(other)
    await press(toSend)(other)
    expect(await other.locator('.code').innerText()).toMatch(/\w{4}/)

    await again.goto(site)
    await expectFilled(again, { story: '', people: '' })
  })

test('nothing of a form is found on the way back once its worker has deleted it', async ({
  huying,
  visit,
}) => {
  await seedFederation(huying)
  const page = await visit()
  await page.goto(site)
  await fillIn({ ...told, ...sending })(page)
  await press(toCheck)(page)
  await page.locator('main details:has(.code) > summary').click()
  await press(button('forget'))(page)
  expect(await main(page)).toContain(words.paged.forgotten)
  for (let steps = await page.evaluate(() => history.length); steps > 2; steps -= 1) {
    // Before it posts anything again, the browser asks, and nothing of ours is shown.
    if (!(await page.goBack().catch(() => null))) continue
    expect(await page.content()).not.toContain(told.story)
    expect(await page.locator('main [name]:checked').count()).toBe(0)
    const typed = page.locator(
      'main :is(textarea, input:not([type="hidden"], [type="radio"], [type="checkbox"], [type="submit"]))',
    )
    for (const field of await typed.all()) expect(await field.inputValue()).toBe('')
  }
})
