import { createApp } from '../../../src/app.ts'
import type { Platform } from '../../../src/platform/types.ts'
import { urls } from '../../../src/urls.ts'
import { browser } from '../app.ts'
import { type Held, monday } from './town.ts'

/** The time that pages see; a test moves it. */
export const clock = { now: monday }

export const app = createApp(() => clock.now)

/** A person's browser at the desk or in the office, signed in by the demo's button. */
export async function at(who: string, changes: Partial<Platform> = {}) {
  const page = browser(app, { demo: true, ...changes })
  const answer = await page.post(urls.signInDemo, { staff: who })
  if (answer.status !== 303) throw new Error(`${who} could not sign in: ${answer.status}`)
  return page
}

/** A worker's phone on which the receipt of a case was entered. */
export async function phoneOf({ receipt }: Pick<Held, 'receipt'>, changes: Partial<Platform> = {}) {
  const phone = browser(app, changes)
  await phone.post(urls.follow, { receipt })
  const page = async () => (await phone.get(urls.follow)).text()
  return {
    ...phone,
    page,
    /** Sends a form with the turn that the page before it showed. */
    async act(path: string, fields: Record<string, string>) {
      return phone.post(path, { turn: turnIn(await page()), ...fields })
    },
  }
}

export const turnIn = (page: string) => /name="turn" value="(\d+)"/.exec(page)?.[1] ?? ''
export const tokenIn = (page: string) => /name="token" value="([^"]+)"/.exec(page)?.[1] ?? ''

/** What a person reads of a page, without its tags. */
export const read = (page: string) =>
  page
    .replace(/<head>.*<\/head>/s, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
