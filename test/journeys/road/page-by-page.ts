import type { Page } from 'playwright-core'
import { urls } from '../../../src/urls.ts'
import { choose, type Fields, fillIn, press } from '../../pictures/ways.ts'
import { expect } from '../../support/journey.ts'
import type { unpaid } from '../../support/paged-form.ts'
import type { Traveller } from './traveller.ts'

export const form = urls.form('unpaid')

export const first: Fields = { owed: 'wages', danger: 'no' }
export const told: Fields = { story: '九月和十月的工资没有发' }
export const sending: Fields = { named: 'no', agreed: 'yes' }

/** One of the months for which wages are owed. */
export const month = (number: number, amount: string): Fields => ({
  [`months-${number}-month-year`]: '2026',
  [`months-${number}-month-month`]: String(8 + number),
  [`months-${number}-amount`]: amount,
})

/** A button of the form by what it does. */
export const button = (step: string) => `main button[name="step"][value="${step}"]`

export async function next(page: Page, fields: Fields): Promise<void> {
  await fillIn(fields)(page)
  await press(button('next'))(page)
}

/** Chooses a file for a question, and sends it. */
export async function attach(page: Page, question: string, file: Uint8Array): Promise<void> {
  await choose(`[name="${question}"]`, 'IMG_2026.jpg', file)(page)
  await press(button('attach'))(page)
}

/** From the first page to the one where all is checked, with one photo. */
export async function fillAll(page: Page, amount: string, photo: Uint8Array): Promise<void> {
  await page.goto(form)
  for (const fields of [first, month(1, amount), told]) await next(page, fields)
  await attach(page, 'proof', photo)
  for (const fields of [{}, {}, sending]) await next(page, fields)
}

/** What is typed and chosen on the page that stands there. */
export async function expectFilled(page: Page, fields: Fields): Promise<void> {
  for (const [name, value] of Object.entries(fields)) {
    const all = page.locator(`main [name="${name}"]`)
    const isChoice = (await all.first().getAttribute('type'))?.match(/radio|checkbox/)
    const there = isChoice ? page.locator(`main [name="${name}"]:checked`) : all
    expect(await there.inputValue(), name).toBe(value)
  }
}

/** An administrator pastes a definition in: a form that was not there, or the next version of it. */
export async function publishBy(admin: Traveller, definition: typeof unpaid): Promise<void> {
  const isThere = await admin.page
    .goto(urls.officeForms)
    .then(() => admin.page.getByText('被欠的工资').count())
  const json = JSON.stringify(definition)
  if (!isThere) await admin.send(urls.officeForms, { slug: 'unpaid', json })
  else {
    await admin.page.getByText('被欠的工资').first().click()
    await admin.page.locator('form[action$="/work"]').waitFor()
    await admin.send('/work')
    const home = new URL(admin.page.url()).pathname
    await admin.open(`${home}/text`)
    await admin.send('/text', { json })
  }
  await admin.open(`${new URL(admin.page.url()).pathname}/publish`)
  await admin.send('/publish')
}
