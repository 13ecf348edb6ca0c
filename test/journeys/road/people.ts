import { urls } from '../../../src/urls.ts'
import type { Traveller } from './traveller.ts'

/** A cadre signs in with his button on the demo's sign-in page. */
export async function signIn(cadre: Traveller, staffId: string, to: string = urls.desk): Promise<void> {
  await cadre.open(urls.signIn)
  const form = cadre.page.locator(`form:has(input[name="staff"][value="${staffId}"])`)
  await Promise.all([cadre.page.waitForURL(`**${to}`), form.locator('button').click()])
}

/** From his work to the case, as he would tap it. */
export async function openFromWork(cadre: Traveller, number: number): Promise<void> {
  await cadre.open(urls.desk)
  const line = cadre.page.locator('.list .what', { hasText: String(number) }).first()
  await Promise.all([cadre.page.waitForEvent('load'), line.click()])
}
