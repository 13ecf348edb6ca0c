import type { Page } from 'playwright-core'
import { openDb } from '../../src/db/client.ts'
import { publish } from '../../src/forms/versions.ts'
import { catalogs } from '../../src/i18n/catalog.ts'
import { urls } from '../../src/urls.ts'
import { choose, fillIn, press, toCheck, toSend } from '../pictures/ways.ts'
import { proven } from '../support/attached-form.ts'
import { seedFederation } from '../support/federation.ts'
import type { Huying } from '../support/huying.ts'
import { expect, expectAccessible, test, type Visit } from '../support/journey.ts'
import { unpaid } from '../support/paged-form.ts'
import { button, expectFilled, first, month, next, sending, told } from './road/page-by-page.ts'
import { signIn } from './road/people.ts'
import { traveller } from './road/traveller.ts'
import { cutOff, keptIn, letDaysPass, pressInVain, reconnect, words } from './road/unsent.ts'
import { fileAt, followBy } from './road/worker.ts'

const months = month(1, '3200')
const tell = words.since.split(/[#@]/)

/** The form under an address of its own. */
async function publishedNow(huying: Huying): Promise<string> {
  await seedFederation(huying)
  await publish(openDb(huying.d1), { slug: 'owed', definition: unpaid, now: new Date() })
  return urls.form('owed')
}

const filed = ({ d1 }: Huying) => d1.prepare('select count(*) as n from cases').first<number>('n')

test('a page of a form stays where the network leads nowhere, and goes on by itself when it is back', async ({
  huying,
  visit,
}) => {
  const page = await visit()
  await page.goto(await publishedNow(huying))
  await next(page, first)
  await fillIn(months)(page)
  await cutOff(page)
  await pressInVain(page, button('next'))
  expect(await page.evaluate(() => navigator.onLine)).toBe(true)
  await page.getByText(words.waits).waitFor()
  await expectFilled(page, months)
  await expectAccessible(page)
  expect((await keptIn(page)).join()).toContain('3200')

  await reconnect(page)
  await page.locator('[name="story"]').waitFor()
  await page.getByText(words.arrived).waitFor()
  expect(page.url()).not.toContain('taken')
  await expect.poll(() => keptIn(page)).toEqual([])
  await page.goBack()
  await expectFilled(page, months)
})

test('whoever goes on writing is not led away from it, and nothing of it is lost', async ({
  huying,
  visit,
}) => {
  const page = await visit()
  await page.goto(await publishedNow(huying))
  await next(page, first)
  await fillIn(months)(page)
  await page.context().setOffline(true)
  await pressInVain(page, button('next'))
  await fillIn(month(1, '3300'))(page)
  await page.getByText(words.changed).waitFor()
  await page.context().setOffline(false)
  await next(page, {})
  await press(button('back'))(page)
  await expectFilled(page, month(1, '3300'))
  await expect.poll(() => keptIn(page)).toEqual([])
})

test('a submission whose answer was cut off is one case and one receipt', async ({ huying, visit }) => {
  const page = await visit()
  await page.goto(await publishedNow(huying))
  for (const fields of [first, months, told, sending]) await next(page, fields)
  const before = (await filed(huying)) ?? 0
  // It arrives, and what comes back does not.
  await page.route('**/f/owed?**', async (route) => {
    await route.fetch()
    await route.abort('connectionreset')
  })
  await page.locator(button('send')).click({ noWaitAfter: true })
  await expect.poll(() => page.url()).toMatch(/^chrome-error:/)
  expect(await filed(huying)).toBe(before + 1)
  await page.unroute('**/f/owed?**')
  await page.goto(urls.home)
  await page.getByText(words.title).waitFor()
  expect(await page.locator('main').innerText()).toContain(`${tell[0]}${unpaid.title.zh}${tell[1]}`)
  expect(await page.content()).not.toContain(told.story)
  await page.getByRole('button', { name: words.send }).click({ noWaitAfter: true })
  await page.locator('.code').waitFor()
  expect(await filed(huying)).toBe(before + 1)
  await expect.poll(() => keptIn(page)).toEqual([])
})

test('what was to be sent is found again days later, and after seven it is gone', async ({
  huying,
  visit,
}) => {
  const page = await visit()
  await page.goto(await publishedNow(huying))
  await next(page, first)
  await fillIn(months)(page)
  await page.context().setOffline(true)
  await pressInVain(page, button('next'))
  const context = page.context()
  await context.setOffline(false)
  await page.close()

  const later = await context.newPage()
  await later.goto(urls.home)
  await letDaysPass(later, 6)
  await later.reload()
  await later.getByText(words.title).waitFor()
  await expectAccessible(later)
  await letDaysPass(later, 1.1)
  await later.reload()
  await expect.poll(() => keptIn(later)).toEqual([])
  expect(await later.locator('main').innerText()).not.toContain(words.title)
})

/** A month is typed and cannot be sent; then the tab is closed, and another one opened, with the network back. */
async function leftUnsent(huying: Huying, visit: Visit): Promise<Page> {
  const page = await visit()
  await page.goto(await publishedNow(huying))
  await next(page, first)
  await fillIn(months)(page)
  await page.context().setOffline(true)
  await pressInVain(page, button('next'))
  expect(await keptIn(page)).toHaveLength(1)
  await page.close()
  await page.context().setOffline(false)
  const later = await page.context().newPage()
  await later.goto(urls.home)
  await later.getByText(words.title).waitFor()
  return later
}

const waysOut: Record<string, (page: Page) => Promise<unknown>> = {
  'deleted by its button': async (page) => {
    await page.getByRole('button', { name: words.drop }).click()
    await page.getByText(words.dropped).waitFor()
  },
  'to be deleted when its page was gone': (page) =>
    page.evaluate(() => localStorage.setItem('forgetting', 'yes')),
  'begun anew': async (page) => {
    await page.goto(urls.form('owed'))
    await press(button('anew'))(page)
  },
  forgotten: async (page) => {
    await page.goto(`${urls.form('owed')}?page=months`)
    await page.locator('main summary').click()
    await press(button('forget'))(page)
    await page.getByText(catalogs.zh.intake.paged.forgotten).waitFor()
  },
  'left at once': async (page) => {
    await page.locator('.away a').click({ noWaitAfter: true })
    await expect.poll(() => page.url()).toMatch(/^chrome-error:/)
  },
  'left at once without a network': async (page) => {
    await page.route('**/*', (route) => route.abort('connectionfailed'))
    await page.locator('.away a').click({ noWaitAfter: true })
    await expect.poll(() => page.url()).toMatch(/^chrome-error:/)
    await page.unroute('**/*')
  },
  'left from a case': async (page) => {
    const worker = traveller(page, { locale: 'zh', scripts: true, axe: false })
    await followBy(worker, await fileAt(worker, urls.site('qh7cm'), { story: '九月的工资还没有发。' }))
    expect(await keptIn(page)).toHaveLength(1)
    await worker.send(urls.followExit)
  },
  'left by who signs out': async (page) => {
    const cadre = traveller(page, { locale: 'zh', scripts: true, axe: false })
    await signIn(cadre, 'wu.xiaolan')
    await cadre.send(urls.signInExit)
  },
}

test.for(Object.keys(waysOut))(
  'nothing of it stays on the phone once it is %s',
  async (way, { huying, visit }) => {
    const page = await leftUnsent(huying, visit)
    if (way.startsWith('left at once')) await page.goto(urls.form('owed'))
    await waysOut[way]?.(page)
    await page.goto(urls.home)
    await expect.poll(() => keptIn(page)).toEqual([])
    expect(await page.locator('main').innerText()).not.toContain(words.title)
  },
)

test('another tab tells of it and sends when it is asked to, and neither sends twice', async ({
  huying,
  visit,
}) => {
  const page = await visit()
  await page.goto(await publishedNow(huying))
  for (const fields of [first, months, told, sending]) await next(page, fields)
  const before = (await filed(huying)) ?? 0
  const other = await page.context().newPage()
  await cutOff(page)
  await pressInVain(page, button('send'))
  await page.context().unroute('**/*')
  await other.goto(urls.home)
  const byHand = other.getByRole('button', { name: words.send }).click({ noWaitAfter: true })
  await Promise.all([byHand, page.evaluate(() => dispatchEvent(new Event('online')))])
  await expect.poll(() => filed(huying)).toBe(before + 1)
  const shown = [page, other].map((tab) => tab.locator('.code').or(tab.getByText(words.elsewhere)).waitFor())
  await Promise.all(shown)
  const codes = await Promise.all([page, other].map((tab) => tab.locator('.code').count()))
  expect(Math.max(...codes)).toBe(1)
  expect(await filed(huying)).toBe(before + 1)
  await expect.poll(() => keptIn(page)).toEqual([])
})

test('a form on one page is found again from the home page, and filed in the words that were written', async ({
  huying,
  visit,
}) => {
  await seedFederation(huying)
  const page = await visit()
  await page.goto(urls.site('qh7cm'))
  await fillIn({ danger: 'no', matter: 'wages', mode: 'complaint', named: 'no', agreed: 'yes', ...told })(
    page,
  )
  await cutOff(page)
  await pressInVain(page, toCheck)
  await page.close()
  await page.context().unroute('**/*')
  const later = await page.context().newPage()
  // Whoever scans the code next, in a tab of his own, is shown nothing of it.
  await later.goto(urls.site('qh7cm'))
  await later.getByText(tell.at(-1) ?? '').waitFor()
  expect(await later.content()).not.toContain(told.story)
  await later.goto(urls.home)
  await later.getByRole('button', { name: words.send }).click({ noWaitAfter: true })
  await later.getByText('九月和十月的工资没有发').waitFor()
  await later.getByText(words.arrived).waitFor()
  await press(toSend)(later)
  await later.locator('.code').waitFor()
  await expect.poll(() => keptIn(later)).toEqual([])
})

test('a message and its photo wait through the end of a visit', async ({ huying, visit }) => {
  await seedFederation(huying)
  const worker = traveller(await visit(), { locale: 'zh', scripts: true, axe: false })
  const { page } = worker
  const receipt = await fileAt(worker, urls.site('qh7cm'), told)
  await followBy(worker, receipt)
  const photo = await page.evaluate(photoOf)
  await choose('input[type="file"]', 'a.jpg', new Uint8Array(photo))(page)
  await fillIn({ message: '这是工资条。' })(page)
  await cutOff(page)
  await pressInVain(page, `button[formaction="${urls.followMessages}"]`)
  const [entry = ''] = await keptIn(page)
  expect(entry).toContain(`["file",${photo.length}]`)
  expect(entry).not.toContain(receipt)

  // Half an hour later nothing is open any more: what waits is not lost with that.
  await page.context().unroute('**/*')
  await page.context().clearCookies()
  await page.getByText(words.title).waitFor()
  await page.evaluate(() => dispatchEvent(new Event('online')))
  await page.getByText(catalogs.zh.follow.expired.about).waitFor()
  expect(await keptIn(page)).toHaveLength(1)
  await worker.send(urls.follow, { receipt })
  await page.getByText(words.arrived).waitFor()
  expect(await worker.text()).toContain('这是工资条。')
  expect(await worker.text()).toContain('照片（')
  await expect.poll(() => keptIn(page)).toEqual([])
})

/** A small photo, as a browser makes one. */
async function photoOf(): Promise<number[]> {
  const canvas = document.createElement('canvas')
  Object.assign(canvas, { width: 40, height: 20 }).getContext('2d')
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg'))
  return [...new Uint8Array((await blob?.arrayBuffer()) ?? new ArrayBuffer())]
}

test('where cookies are refused it goes all the way to the receipt as well', async ({ huying, visit }) => {
  const page = await visit()
  const refuse = () =>
    page.route('**/*', (route) => {
      const { cookie: _, ...headers } = route.request().headers()
      return route.continue({ headers })
    })
  await refuse()
  await page.goto(await publishedNow(huying))
  await next(page, first)
  await fillIn(months)(page)
  for (const press of [button('next'), button('next'), button('next'), button('send')]) {
    await page.route('**/*', (route) => route.abort('connectionfailed'))
    await pressInVain(page, press)
    await page.unroute('**/*')
    await refuse()
    await page.evaluate(() => dispatchEvent(new Event('online')))
    await page.getByText(words.arrived).waitFor()
    await expect.poll(() => keptIn(page)).toEqual([])
    if (await page.locator('[name="story"]').count()) await fillIn(told)(page)
    if (await page.locator('[name="named"]').count()) await fillIn(sending)(page)
  }
  expect(await page.locator('.code').innerText()).toMatch(/\w{4}/)
})

test('a browser that keeps nothing stays on the page and sends from there', async ({ huying, visit }) => {
  const page = await visit()
  await page.addInitScript(() => Object.defineProperty(window, 'indexedDB', { value: undefined }))
  await page.goto(await publishedNow(huying))
  await next(page, first)
  await fillIn(months)(page)
  await cutOff(page)
  await pressInVain(page, button('next'))
  await page.getByText(words.stays).waitFor()
  await expectFilled(page, months)
  await reconnect(page)
  await page.locator('[name="story"]').waitFor()
})

test('whoever comes back from the error page of his browser finds his words and his photo again', async ({
  huying,
  visit,
}) => {
  await seedFederation(huying)
  await publish(openDb(huying.d1), { slug: 'proven', definition: proven, now: new Date() })
  const page = await visit()
  await page.goto(urls.form('proven'))
  await next(page, { owed: 'deposit', danger: 'no' })
  await next(page, told)
  const photo = await page.evaluate(photoOf)
  await fillIn({ what_proof: '押金条' })(page)
  await choose('[name="proof"]', 'a.jpg', new Uint8Array(photo))(page)
  // The service answers, and then the network is gone.
  await page.route('**/f/proven?sent=*', (route) => route.abort('connectionreset'))
  await page.locator(button('attach')).click({ noWaitAfter: true })
  await expect.poll(() => page.url()).toMatch(/^chrome-error:/)
  await page.route(`**${urls.serviceWorker}`, (route) => route.abort('connectionfailed'))
  // The browser may still be on its way to that page.
  await expect.poll(() => page.goBack().then(Boolean, () => false)).toBe(true)
  await page.getByText(words.still).waitFor()
  await expectFilled(page, { what_proof: '押金条' })
  const files = page.locator('[name="proof"]')
  expect(await files.evaluate((input: HTMLInputElement) => input.files?.[0]?.size)).toBe(photo.length)
  await page.unrouteAll()
  await page.evaluate(() => dispatchEvent(new Event('online')))
  await page.getByText('照片（').waitFor()
  await page.getByText(words.arrived).waitFor()
  await expect.poll(() => keptIn(page)).toEqual([])
})

test('pressed ten times it leaves once', async ({ huying, visit }) => {
  const page = await visit()
  await page.goto(await publishedNow(huying))
  for (const fields of [first, months, told, sending]) await next(page, fields)
  let posts = 0
  page.on('request', (request) => {
    if (request.method() === 'POST') posts += 1
  })
  await page.locator(button('send')).evaluate((it: HTMLButtonElement) => {
    for (let tap = 0; tap < 10; tap += 1) it.click()
  })
  await page.locator('.code').waitFor()
  expect(posts).toBe(1)
})

test('an old browser, which tells no button and fills no file field, sends all the same', async ({
  huying,
  visit,
}) => {
  await seedFederation(huying)
  await publish(openDb(huying.d1), { slug: 'proven', definition: proven, now: new Date() })
  const page = await visit()
  await page.addInitScript(() => {
    Object.defineProperty(SubmitEvent.prototype, 'submitter', { value: undefined })
    Object.defineProperty(window, 'DataTransfer', { value: undefined })
  })
  await page.goto(urls.form('proven'))
  await next(page, { owed: 'deposit', danger: 'no' })
  await next(page, told)
  const photo = await page.evaluate(photoOf)
  await choose('[name="proof"]', 'a.jpg', new Uint8Array(photo))(page)
  await press(button('attach'))(page)
  await page.getByText('照片（').waitFor()
  await cutOff(page)
  await pressInVain(page, button('back'))
  await reconnect(page)
  await page.locator('[name="story"]').waitFor()
})

test('it goes by itself in the tab where it was written, and after two hours when it is asked to', async ({
  huying,
  visit,
}) => {
  const page = await visit()
  const there = `${await publishedNow(huying)}?page=months`
  await page.goto(urls.form('owed'))
  await next(page, first)
  for (const [days, isByItself] of [
    [0, true],
    [0.1, false],
  ] as const) {
    await page.goto(there)
    await fillIn(months)(page)
    await cutOff(page)
    await pressInVain(page, button('next'))
    await letDaysPass(page, days)
    await page.context().unroute('**/*')
    await page.goto(there)
    if (!isByItself) {
      await page.getByText(tell.at(-1) ?? '').waitFor()
      await expectFilled(page, months)
      await page.getByRole('button', { name: words.send }).click({ noWaitAfter: true })
    }
    await page.locator('[name="story"]').waitFor()
    await expect.poll(() => keptIn(page)).toEqual([])
  }
})
