import type { Page } from 'playwright-core'
import { urls } from '../../src/urls.ts'
import { seedFederation } from '../support/federation.ts'
import { expect, test } from '../support/journey.ts'
import { signIn } from './road/people.ts'
import { traveller } from './road/traveller.ts'

const site = urls.site('QH7CM')
const story = '九月和十月的工资到现在还没有发。\n车间里三十多个人都一样。'

async function told(page: Page) {
  for (const [name, value] of [
    ['danger', 'no'],
    ['matter', 'wages'],
    ['mode', 'complaint'],
    ['named', 'no'],
    ['agreed', 'yes'],
  ])
    await page.locator(`[name="${name}"][value="${value}"]`).first().check({ force: true })
  await page.locator('[name="story"]').fill(story)
  await page.locator('[name="people"]').fill('32')
}

const pressed = (page: Page, selector: string) =>
  Promise.all([page.waitForEvent('load'), page.locator(selector).first().click({ noWaitAfter: true })])

async function expectTold(page: Page) {
  expect(await page.locator('[name="story"]').inputValue()).toBe(story)
  expect(await page.locator('[name="people"]').inputValue()).toBe('32')
  expect(await page.locator('[name="matter"][value="wages"]').isChecked()).toBe(true)
}

for (const scripts of [true, false])
  test(`a worker finds every word, whatever he presses, ${scripts ? 'with' : 'without'} scripts`, async ({
    huying,
    visit,
  }) => {
    if (scripts) await seedFederation(huying)
    const page = await visit({ javaScriptEnabled: scripts })
    await page.goto(site)
    await told(page)
    await pressed(page, '.switches button[formaction*="lang=en"]')
    await expectTold(page)
    await pressed(page, '.switches button[formaction*="view=elder"]')
    await expectTold(page)
    await pressed(page, '.switches button[formaction*="lang=zh"]')
    await pressed(page, 'button[value="check"]:not(.link-button)')
    expect(await page.locator('main').innerText()).toContain('确认提交')
    await page.reload()
    expect(await page.locator('main').innerText()).toContain(story.split('\n')[0])
    await page.goBack()
    await expectTold(page)
    await page.goForward()
    await pressed(page, '.switches button[formaction*="view=standard"]')
    expect(await page.locator('main').innerText()).toContain(story.split('\n')[0])
    await pressed(page, 'button[value="send"]')
    expect(await page.locator('.code').innerText()).toMatch(/\w{4}/)
    await page.goBack()
    expect(await page.locator('main').innerText()).toContain(story.split('\n')[0])
    await page.goForward()
    expect(await page.locator('.code').innerText()).toMatch(/\w{4}/)
  })

test('and right from the form to the check page and back, or to a mistake and back', async ({ visit }) => {
  const page = await visit({ javaScriptEnabled: false })
  await page.goto(site)
  await told(page)
  await page.locator('[name="people"]').fill('')
  await page.locator('[name="agreed"]').uncheck({ force: true })
  await pressed(page, 'button[value="check"]')
  expect(await page.locator('.summary').count()).toBe(1)
  await page.goBack()
  // Nothing of it is seen on a phone that others take up, before he presses.
  expect(await page.locator('main').innerText()).toContain('这部手机上有没填完的表')
  await pressed(page, 'main a.button')
  expect(await page.locator('[name="story"]').inputValue()).toBe(story)
  await page.locator('[name="people"]').fill('32')
  await page.locator('[name="agreed"]').check({ force: true })
  await pressed(page, 'button[value="check"]')
  await page.goBack()
  await expectTold(page)
  await pressed(page, 'button[value="check"]')
  expect(await page.locator('main').innerText()).toContain('确认提交')
})

test('where cookies are refused a worker finds every word as well, and his receipt', async ({ visit }) => {
  const page = await visit()
  await page.route('**/*', (route) => {
    const { cookie: _, ...headers } = route.request().headers()
    return route.continue({ headers })
  })
  await page.goto(site)
  await told(page)
  await pressed(page, '.switches button[formaction*="lang=en"]')
  await expectTold(page)
  await pressed(page, 'button[value="check"]:not(.link-button)')
  await pressed(page, '.switches button[formaction*="view=elder"]')
  expect(await page.locator('main').innerText()).toContain(story.split('\n')[0])
  await pressed(page, 'button[value="edit"]')
  await expectTold(page)
  await pressed(page, 'button[value="check"]:not(.link-button)')
  await page.reload()
  expect(await page.locator('main').innerText()).toContain(story.split('\n')[0])
  await pressed(page, 'button[value="send"]')
  expect(await page.locator('.code').innerText()).toMatch(/\w{4}/)
})

/** What stands in the fields of a page by their names. */
async function expectTyped(page: Page, words: Record<string, string>) {
  for (const [name, text] of Object.entries(words))
    expect(await page.locator(`[name="${name}"]`).inputValue(), name).toBe(text)
}

async function type(page: Page, words: Record<string, string>) {
  for (const [name, text] of Object.entries(words)) {
    const field = page.locator(`[name="${name}"]`)
    const folded = field.locator('xpath=ancestor::details[not(@open)]/summary')
    while (await folded.count()) await folded.first().click()
    await field.fill(text)
  }
}

for (const scripts of [true, false])
  test(`on the page of his case as well, and a cadre at the desk, ${scripts ? 'with' : 'without'} scripts`, async ({
    huying,
    visit,
  }) => {
    const page = await visit()
    await page.goto(site)
    await told(page)
    await pressed(page, 'button[value="check"]')
    await pressed(page, 'button[value="send"]')
    const code = (await page.locator('.code').innerText()).replace(/\s/g, '')
    const worker = await visit({ javaScriptEnabled: scripts })
    await worker.goto(urls.follow)
    await worker.fill('[name="receipt"]', code)
    await pressed(worker, 'main form button')
    const words = {
      message: '什么时候有消息？',
      correction: '不是三十二个人，是三十三个。',
      withdrawal: '不想等了',
    }
    await type(worker, words)
    await pressed(worker, '.switches button[formaction*="lang=en"]')
    await expectTyped(worker, words)
    await pressed(worker, '.switches button[formaction*="view=elder"]')
    await worker.reload()
    await expectTyped(worker, words)
    await worker.fill('[name="message"]', ' ')
    await pressed(worker, 'button[formaction$="/messages"]')
    expect(await worker.locator('.summary').count()).toBe(1)
    await worker.reload()
    await expectTyped(worker, { correction: words.correction, withdrawal: words.withdrawal })

    const { id } = (await huying.d1
      .prepare(
        'select cases.id from cases join case_events on case_id = cases.id and seq = 1 order by at desc limit 1',
      )
      .first<{ id: string }>()) ?? { id: '' }
    const cadre = traveller(await visit({ javaScriptEnabled: scripts }), {
      locale: 'zh',
      scripts,
      axe: false,
    })
    await signIn(cadre, 'wu.xiaolan')
    await cadre.open(urls.deskCase(id))
    const written = {
      'question-reason': '请补充九月的工资条',
      'note-reason': '去过车间',
      'message-body': '我明天到',
    }
    await type(cadre.page, written)
    await pressed(cadre.page, '.switches button[formaction*="lang=en"]')
    await expectTyped(cadre.page, written)
    await pressed(cadre.page, '.switches button[formaction*="lang=zh"]')
    await huying.d1.prepare('delete from sessions').run()
    await pressed(cadre.page, 'button[formaction$="/message"]')
    expect(await cadre.text()).toContain('您写的内容还在')
    await pressed(cadre.page, 'form:has(input[value="wu.xiaolan"]) button')
    await expectTyped(cadre.page, written)
    await pressed(cadre.page, 'button[formaction$="/note"]')
    await expectTyped(cadre.page, {
      'question-reason': written['question-reason'],
      'message-body': '我明天到',
    })
    await cadre.page.goBack()
    await cadre.page.reload()
    expect(await cadre.page.locator('[name="message-body"]').inputValue()).toBe('我明天到')
  })
