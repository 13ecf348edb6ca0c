import type { Page } from 'playwright-core'
import { openDb } from '../../src/db/client.ts'
import { publish } from '../../src/forms/versions.ts'
import { catalogs } from '../../src/i18n/catalog.ts'
import { urls } from '../../src/urls.ts'
import { choose, fillIn, press } from '../pictures/ways.ts'
import { proven } from '../support/attached-form.ts'
import { dumped } from '../support/dumping.ts'
import { seedFederation } from '../support/federation.ts'
import { jpeg } from '../support/files/jpeg.ts'
import { mp3 } from '../support/files/mp3.ts'
import { png } from '../support/files/png.ts'
import type { Huying } from '../support/huying.ts'
import { expect, test } from '../support/journey.ts'
import { unpaid, withDue } from '../support/paged-form.ts'
import {
  attach,
  button,
  expectFilled,
  fillAll,
  first,
  form,
  month,
  next,
  publishBy,
  sending,
  told,
} from './road/page-by-page.ts'
import { signIn } from './road/people.ts'
import { contextOf, traveller } from './road/traveller.ts'
import { lastFiled } from './road/worker.ts'

const words = catalogs.zh.intake
const main = (page: Page) => page.locator('main').innerText()
const word = 'ABCDEFGHABCDEFGH'
const [photo, another, voice] = [jpeg, png, mp3].map(({ make, places }) =>
  make({ word, places, orientation: 6 }),
) as [Uint8Array, Uint8Array, Uint8Array]
const toEnglish = '.switches button[formaction*="lang=en"]'
const toChinese = '.switches button[formaction*="lang=zh"]'
const toElder = '.switches button[formaction*="view=elder"]'

for (const scripts of [true, false])
  test(`a form begun on one phone is filed from another, and nothing is asked twice; scripts: ${scripts}`, async ({
    huying,
    visit,
  }) => {
    await seedFederation(huying)
    const manner = { locale: 'zh', scripts, axe: false } as const
    const person = () => visit(contextOf(manner))
    const admin = traveller(await person(), manner)
    await signIn(admin, 'ding.yiming', urls.office)
    await publishBy(admin, proven)

    // Somebody files what is asked now.
    const before = await person()
    await fillAll(before, '1000', photo)
    await press(button('send'))(before)
    const old = await lastFiled(huying)

    // Another one changes language and size on his way, with a month more each time.
    const phone = await person()
    await phone.goto(form)
    await next(phone, first)
    await fillIn(month(1, '3200'))(phone)
    await press(toEnglish)(phone)
    expect(await main(phone)).toContain('Which months')
    await press(button('add'))(phone)
    await fillIn(month(2, '1600'))(phone)
    await press(toElder)(phone)
    await press(toChinese)(phone)
    const months = { ...month(1, '3200'), ...month(2, '1600') }
    await expectFilled(phone, months)

    // The network goes and comes back; where scripts run he is led on by himself.
    await phone.context().setOffline(true)
    await phone.locator(button('next')).click({ noWaitAfter: true })
    if (scripts) await phone.getByText(catalogs.zh.unsent.title).waitFor()
    else await expect.poll(() => phone.url()).toMatch(/^chrome-error:/)
    await phone.context().setOffline(false)
    if (!scripts) {
      await phone.goBack()
      await expectFilled(phone, months)
      await next(phone, {})
    }
    await phone.locator('[name="story"]').waitFor()

    // He stops, and goes on with the code on another phone.
    await fillIn(told)(phone)
    await press(button('keep'))(phone)
    const code = await phone.locator('.code').innerText()
    expect(await dumped(huying.d1)).not.toContain(told.story)
    const other = await person()
    await other.goto(urls.home)
    await press(`main a[href="${urls.resume}"]`)(other)
    await fillIn({ resume: code.toLowerCase() })(other)
    await press('main form .button')(other)
    await expectFilled(other, told)
    await next(other, {})

    // Two photos, of which one goes along when he changes the language, and a voice note.
    await attach(other, 'proof', photo)
    await fillIn({ what_proof: '工资条' })(other)
    await choose('[name="proof"]', 'IMG_2027.png', another)(other)
    await press(toEnglish)(other)
    await press(toChinese)(other)
    expect(await main(other)).toMatch(/已经传满 2 个[\s\S]*照片（1 KB）[\s\S]*照片（1 KB）/)
    await expectFilled(other, { what_proof: '工资条' })
    await next(other, {})
    await attach(other, 'spoken', voice)
    await next(other, {})

    // Meanwhile something more is asked: he answers that, and no more.
    await publishBy(admin, withDue(true, proven))
    await next(other, sending)
    expect(await main(other)).toContain(words.again.changed)
    await expectFilled(other, first)
    await next(other, { 'due-year': '2026', 'due-month': '10', 'due-day': '15' })
    expect(await main(other)).toContain(words.check.lead)
    await press(button('send'))(other)
    const receipt = await other.locator('.code').innerText()
    expect(receipt).toMatch(/\w{4}/)
    const since = await lastFiled(huying)

    // At the desk each answer stands in its place, in the version that was answered.
    const officer = traveller(await person(), manner)
    await signIn(officer, 'wu.xiaolan')
    await officer.open(urls.deskCase(old.id))
    expect(await officer.text()).toMatch(/欠的是什么？\s*工资[\s\S]*欠薪 1[\s\S]*1,000\.00 元/)
    expect(await officer.text()).not.toContain('该哪天付？')
    await officer.open(urls.deskCase(since.id))
    expect(await officer.text()).toMatch(
      /欠的是什么？\s*工资[\s\S]*该哪天付？\s*2026年10月15日[\s\S]*3,200\.00 元[\s\S]*欠薪 2[\s\S]*1,600\.00 元/,
    )
    expect(await officer.text()).toContain(told.story)
    expect(await officer.text()).toMatch(
      /凭据的照片\s*照片（1 KB）[\s\S]*照片（1 KB）[\s\S]*说给我们听\s*录音（1 KB）/,
    )
    const links = officer.page.getByRole('link', { name: '下载' })
    for (const link of await links.all()) {
      const file = await officer.page.request.get((await link.getAttribute('href')) ?? '')
      expect(file.headers()['content-type']).toMatch(/^(image\/(jpeg|png)|audio\/mpeg)$/)
      expect((await file.body()).includes(word)).toBe(false)
    }
    expect(await links.count()).toBe(3)

    // What he prints for himself says that there were photos.
    await other.goto(urls.follow)
    await fillIn({ receipt })(other)
    await press('main form .button')(other)
    await other.goto(urls.followData)
    await other.emulateMedia({ media: 'print' })
    expect(await main(other)).toMatch(/凭据的照片\s*照片（1 KB）\s*照片（1 KB）/)
  })

for (const scripts of [true, false])
  test(`going back finds each page as it was left, and at last that something was begun; scripts: ${scripts}`, async ({
    huying,
    visit,
  }) => {
    const page = await visit({ javaScriptEnabled: scripts })
    await page.goto(await publishedNow(huying))
    const pages = [first, month(1, '3200'), told, sending]
    for (const fields of pages) await next(page, fields)
    expect(await main(page)).toContain(words.check.lead)
    const after = pages.slice(1)
    for (const fields of after.toReversed()) {
      await page.goBack()
      await expectFilled(page, fields)
    }
    await page.goBack()
    expect(await main(page)).toContain(words.paged.began)
    for (const fields of after) {
      await page.goForward()
      await expectFilled(page, fields)
    }
  })

test('nothing is found on the way back once a worker has deleted what he filled in', async ({
  huying,
  visit,
}) => {
  const page = await visit()
  await page.goto(await publishedNow(huying))
  for (const fields of [first, month(1, '3200')]) await next(page, fields)
  await fillIn(told)(page)
  await page.locator('main summary').click()
  await press(button('forget'))(page)
  expect(await main(page)).toContain(words.paged.forgotten)
  for (let steps = await page.evaluate(() => history.length); steps > 2; steps -= 1) {
    // Before it posts anything again, the browser asks, and nothing of ours is shown.
    if (!(await page.goBack().catch(() => null))) continue
    expect(await page.locator('main [name]:checked').count()).toBe(0)
    expect(await page.content()).not.toMatch(/3200|九月和十月/)
    const typed = page.locator(
      'main :is(textarea, input:not([type="hidden"], [type="radio"], [type="submit"]))',
    )
    for (const field of await typed.all()) expect(await field.inputValue()).toBe('')
  }
})

test('where cookies are refused a worker comes from page to page as well, and to his receipt', async ({
  huying,
  visit,
}) => {
  const page = await visit()
  await page.route('**/*', (route) => {
    const { cookie: _, ...headers } = route.request().headers()
    return route.continue({ headers })
  })
  await page.goto(await publishedNow(huying))
  await next(page, first)
  await fillIn(month(1, '3200'))(page)
  await press(toEnglish)(page)
  await press(toElder)(page)
  await expectFilled(page, month(1, '3200'))
  await press(button('back'))(page)
  await expectFilled(page, first)
  await next(page, {})
  await next(page, {})
  await next(page, told)
  await next(page, sending)
  await press(button('send'))(page)
  expect(await page.locator('.code').innerText()).toMatch(/\w{4}/)
})

/** The form under an address that no version comes to meanwhile. */
async function publishedNow(huying: Huying): Promise<string> {
  await seedFederation(huying)
  await publish(openDb(huying.d1), { slug: 'owed', definition: unpaid, now: new Date() })
  return urls.form('owed')
}

test('Enter in a field goes on with the form, and takes nothing of it out', async ({ huying, visit }) => {
  const phone = await visit(contextOf({ locale: 'zh', scripts: false, axe: false }))
  await phone.goto(await publishedNow(huying))
  await next(phone, first)
  await fillIn(month(1, '3200'))(phone)
  await press(button('add'))(phone)
  await fillIn(month(2, '1600'))(phone)
  await phone.locator('[name="months-2-amount"]').press('Enter')
  await phone.locator('[name="story"]').waitFor()
  await press(button('back'))(phone)
  await expectFilled(phone, { ...month(1, '3200'), ...month(2, '1600') })
})
