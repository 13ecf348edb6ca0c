import { catalogs } from '../../src/i18n/catalog.ts'
import { urls } from '../../src/urls.ts'
import { seedFederation } from '../support/federation.ts'
import { expect, test } from '../support/journey.ts'
import { fileCase } from './road/filing.ts'
import { signIn } from './road/people.ts'
import { traveller } from './road/traveller.ts'

const manner = { locale: 'zh', scripts: true, axe: false } as const
const words = '请补充九月的工资条'
const field = '#question-reason'

test('what a cadre is writing survives a lost connection, and is let go once it is sent', async ({
  huying,
  visit,
}) => {
  await seedFederation(huying)
  const id = await fileCase(huying)
  const cadre = traveller(await visit(), manner)
  const { page } = cadre
  const drafts = () => page.evaluate(() => Object.keys(localStorage).length)
  const button = page.locator(`button[formaction$="/question"]`)

  await signIn(cadre, 'wu.xiaolan')
  await cadre.open(urls.deskCase(id))
  await page.locator('summary', { hasText: catalogs.zh.desk.acts.ask_info.title }).click()
  await page.fill(field, words)

  await page.context().setOffline(true)
  await button.click()
  expect(await page.locator('[role=alert]').innerText()).toBe(catalogs.zh.common.offline)
  await page.context().setOffline(false)

  await page.reload()
  expect(await page.inputValue(field)).toBe(words)

  let sent = 0
  page.on('request', (request) => {
    if (request.method() === 'POST') sent += 1
  })
  await button.evaluate((it: HTMLButtonElement) => {
    for (let tap = 0; tap < 3; tap += 1) it.form?.requestSubmit(it)
  })
  await page.waitForURL('**/*done=ask_info')
  expect(sent).toBe(1)
  expect(await drafts()).toBe(0)

  await page.locator('summary', { hasText: catalogs.zh.desk.acts.write.title }).click()
  await page.fill('#message-body', '写到一半')
  expect(await drafts()).toBe(1)
  await page.locator(`form[action="${urls.signInExit}"] button`).click()
  await page.waitForURL(`**${urls.signIn}`)
  expect(await drafts()).toBe(0)
})
