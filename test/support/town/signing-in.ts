import type { createApp } from '../../../src/app.ts'
import type { Platform } from '../../../src/platform/types.ts'
import { urls } from '../../../src/urls.ts'
import { browser } from '../app.ts'
import { authenticator } from '../authenticator.ts'
import { mailbox } from '../sent-mails.ts'
import { bindings } from '../signed-in.ts'

/** Somebody at a browser with his mails beside him; `code` is the last one that he was sent. */
export function arrive(app: ReturnType<typeof createApp>, changes: Partial<Platform> = {}) {
  const { mails, post } = mailbox()
  const phone = browser(app, { post, ...changes })
  return { phone, mails, code: () => mails.at(-1)?.text.match(/\d{4} \d{4}/)?.[0] ?? '' }
}

/** The same, once he has come in with the code from his mail; as often in a minute as tests run. */
export async function signIn(app: ReturnType<typeof createApp>, id: string) {
  const limits = { ...bindings().limits, signIn: async () => true, arrivals: async () => true }
  const { phone, code } = arrive(app, { limits })
  await phone.post(urls.signIn, { email: `${id}@union.example` })
  await phone.post(urls.signInCode, { code: code() })
  return phone
}

type Phone = ReturnType<typeof browser>

/** The authenticator app: reads the key from the page, and knows the time. */
export async function appFor(phone: Phone, clock: () => Date) {
  await phone.post(urls.accountSecondFactor, { act: 'start' })
  const page = await (await phone.get(urls.accountSecondFactor)).text()
  return authenticator(page.match(/otpauth:[^"]+/)?.[0]?.replaceAll('&amp;', '&') ?? '', clock)
}

/** Sets up a second factor; its codes of the app, and those for paper. */
export async function enrol(phone: Phone, clock: () => Date) {
  const code = await appFor(phone, clock)
  const page = await phone.post(urls.accountSecondFactor, { act: 'confirm', code: await code() })
  const codes = [...(await page.text()).matchAll(/<li>(\w{5}-\w{5})<\/li>/g)].map((it) => it[1] ?? '')
  return { code, codes, status: page.status }
}
