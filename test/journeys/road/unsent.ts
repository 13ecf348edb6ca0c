import type { Page } from 'playwright-core'
import { catalogs } from '../../../src/i18n/catalog.ts'

export const words = catalogs.zh.unsent

/** Joined to a network that leads nowhere: the phone believes that it is online. */
export async function cutOff(page: Page): Promise<void> {
  await page.context().route('**/*', (route) => route.abort('connectionfailed'))
}

/** The network is back, and the phone notices. */
export async function reconnect(page: Page): Promise<void> {
  await page.context().unroute('**/*')
  await page.evaluate(() => dispatchEvent(new Event('online')))
}

/** Presses, and nothing comes of it but words on the page. */
export async function pressInVain(page: Page, button: string): Promise<void> {
  await page.locator(button).first().click({ noWaitAfter: true })
  await page.getByText(words.title).waitFor()
}

/** What the phone keeps, as text; files by their size. */
export function keptIn(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('unsent', 1)
      opening.onupgradeneeded = () => opening.result.createObjectStore('entries', { keyPath: 'key' })
      opening.onsuccess = () => resolve(opening.result)
      opening.onerror = reject
    })
    const entries = await new Promise<{ fields: [string, string | File][] }[]>((resolve) => {
      const all = db.transaction('entries').objectStore('entries').getAll()
      all.onsuccess = () => resolve(all.result)
    })
    db.close()
    return entries.map(({ fields }) =>
      JSON.stringify(fields.map(([name, value]) => [name, typeof value === 'string' ? value : value.size])),
    )
  })
}

/** Lets so many days pass for what the phone keeps. */
export function letDaysPass(page: Page, days: number): Promise<void> {
  return page.evaluate(async (days) => {
    const db = await new Promise<IDBDatabase>((resolve) => {
      const opening = indexedDB.open('unsent', 1)
      opening.onsuccess = () => resolve(opening.result)
    })
    const transaction = db.transaction('entries', 'readwrite')
    const entries = transaction.objectStore('entries')
    const all = entries.getAll()
    all.onsuccess = () => {
      for (const entry of all.result) entries.put({ ...entry, at: entry.at - days * 86_400_000 })
    }
    await new Promise((resolve) => {
      transaction.oncomplete = resolve
    })
    db.close()
  }, days)
}
