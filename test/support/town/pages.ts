import { createApp } from '../../../src/app.ts'
import { caseMark } from '../../../src/follow/case-mark.ts'
import type { Platform } from '../../../src/platform/types.ts'
import { urls } from '../../../src/urls.ts'
import { browser } from '../app.ts'
import { testBindings } from '../bindings.ts'
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
export async function phoneOf(held: Pick<Held, 'receipt'> & Partial<Held>, changes: Partial<Platform> = {}) {
  const phone = browser(app, changes)
  await phone.post(urls.follow, { receipt: held.receipt })
  const page = async () => (await phone.get(urls.follow)).text()
  /** Sends a form of the pages of this case, whichever case the phone follows by now. */
  const post = async (path: string, fields: Record<string, string> = {}) =>
    phone.post(path, { case: await markOf(held), ...fields })
  return {
    ...phone,
    page,
    post,
    /** Sends a message of the page that is open, with a file. */
    async send(file: File, message = '', token = 'one form') {
      const fields = { case: await markOf(held), message, token }
      return phone.send(urls.followMessages, fields, 'file', file)
    },
    /** Sends a form with the turn that the page before it showed. */
    async act(path: string, fields: Record<string, string>) {
      return post(path, { turn: turnIn(await page()), ...fields })
    },
  }
}

/** What the forms of a case carry. */
export const markOf = ({ id = '' }: Partial<Held>) => caseMark(testBindings.RECEIPT_SECRET, id)

export const turnIn = (page: string) => /name="turn" value="(\d+)"/.exec(page)?.[1] ?? ''
/** The id of the first file of a thread. */
export const fileIn = (page: string) => /\/files\/(\w+)/.exec(page)?.[1] ?? ''
export const tokenIn = (page: string) => /name="token" value="([^"]+)"/.exec(page)?.[1] ?? ''

/** What a person reads of a page, without its tags. */
export const read = (page: string) =>
  page
    .replace(/<head>.*<\/head>/s, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
