import { createApp } from '../../src/app.ts'
import type { Platform } from '../../src/platform/types.ts'
import { urls } from '../../src/urls.ts'
import { browser } from '../support/app.ts'
import { type Held, monday } from '../support/world.ts'

/** The time that the pages see; a test moves it. */
export const clock = { now: monday }

export const app = createApp(() => clock.now)

export const minutes = (count: number) => new Date(monday.getTime() + count * 60_000)
export const days = (count: number) => minutes(count * 24 * 60)

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
