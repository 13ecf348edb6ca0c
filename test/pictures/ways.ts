import type { Locator, Page } from 'playwright-core'
import { urls } from '../../src/urls.ts'

/** What is done on the way to a page, one after the other. */
export type Step = (page: Page) => Promise<unknown>

/** Fields by their names, as they are typed or chosen. */
export type Fields = Record<string, string>

/** The buttons that ask to be told of news. */
export const tellMe = 'button[formaction$="/follow/news"]'
export const tellUnderReceipt = 'form[action$="/receipt/news"] .quiet-button'

export const inTurn =
  (...steps: Step[]): Step =>
  async (page) => {
    for (const step of steps) await step(page)
  }

export const goTo =
  (path: string): Step =>
  (page) =>
    page.goto(path)

/** From page to page by the first of what is clicked; the way ends early where there is nothing. */
export function along(path: string, ...clicked: string[]): Step {
  return async (page) => {
    await page.goto(path)
    for (const one of clicked) {
      const found = page.locator(one)
      if (await found.count()) await pressed(page, found.first())
    }
  }
}

export const fillIn =
  (fields: Fields): Step =>
  async (page) => {
    for (const [name, value] of Object.entries(fields)) {
      const field = page.locator(`main [name="${name}"]`)
      const kind = await field.first().evaluate((it) => it.getAttribute('type') ?? it.tagName)
      await unfolded(field.first())
      if (kind === 'radio' || kind === 'checkbox')
        await page.locator(`main [name="${name}"][value="${value}"]`).first().check({ force: true })
      else if (kind === 'SELECT') await field.selectOption(value)
      else await field.first().fill(value)
    }
  }

export const press =
  (button: string): Step =>
  async (page) => {
    const found = page.locator(button).first()
    await unfolded(found)
    await pressed(page, found)
  }

/** A file is chosen, as it is called and as it begins. */
export const choose =
  (field: string, name: string, content: string | Uint8Array): Step =>
  (page) =>
    page
      .locator(field)
      .first()
      .setInputFiles({ name, mimeType: 'image/jpeg', buffer: Buffer.from(content) })

/** A form that is sent so that it comes back with what is wrong. */
export function refused(path: string, button: string, fields: Fields = {}): Step {
  return inTurn(goTo(path), sentBack(button, fields))
}

export function sentBack(button: string, fields: Fields = {}): Step {
  return inTurn(fillIn(fields), press(button), shows('.summary[role="alert"]'))
}

/** Pressed while the network leads nowhere; then it is back. */
export const pressedInVain =
  (button: string): Step =>
  async (page) => {
    await page.route('**/*', (route) => route.abort())
    await page.locator(button).first().click({ noWaitAfter: true })
    await page.locator('[data-unsent]').waitFor()
    await page.unroute('**/*')
  }

/** So that a scene is what it is called, or fails. */
export const shows =
  (part: string): Step =>
  async (page) => {
    if (!(await page.locator(part).count())) throw new Error(`${page.url()} shows no ${part}`)
  }

const filing: Fields = {
  danger: 'no',
  matter: 'wages',
  mode: 'complaint',
  named: 'no',
  agreed: 'yes',
  story: '九月和十月的工资到现在还没有发，车间里三十多个人都一样。',
  people: '32',
}
export const toCheck = 'button[name="step"][value="check"]:not(.link-button)'
export const toSend = 'button[name="step"][value="send"]'

export function fileUntil(step: 'check' | 'send', site: string): Step {
  const checked = inTurn(goTo(site), fillIn(filing), press(toCheck))
  return step === 'check' ? checked : inTurn(checked, press(toSend))
}

/** Messages, until there are too many. */
export const writeUntilTooMany: Step = async (page) => {
  await page.goto(urls.follow)
  for (let count = 0; count < 40 && !(await page.locator('.summary[role="alert"]').count()); count += 1) {
    await page.locator('textarea[name="message"]').fill(`第 ${count + 1} 次问：什么时候有消息？`)
    await press('button[formaction$="/messages"]')(page)
  }
  await shows('.summary[role="alert"]')(page)
}

async function unfolded(inside: Locator) {
  const folded = inside.locator('xpath=ancestor::details[not(@open)]/summary')
  while (await folded.count()) await folded.first().click()
}

/** Until the page that it leads to is there; the next look would catch the one before, or none. */
async function pressed(page: Page, link: Locator) {
  await Promise.all([page.waitForEvent('load'), link.click({ noWaitAfter: true })])
}
