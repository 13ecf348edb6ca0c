import type { Db } from '../db/client.ts'
import { logFailure } from '../log.ts'
import { type Opened, openForm, openSite } from './versions.ts'

const freshFor = 30_000
const most = 500
const kept = new Map<string, { opened: Opened; at: number }>()

/** The form of a site, read at most once in half a minute by each isolate. */
export function keptSite(db: Db, code: string, now: Date): Promise<Opened | null> {
  return keep(`site ${code}`, now, () => openSite(db, code))
}

/** A form by its slug, read at most once in half a minute by each isolate. */
export function keptForm(db: Db, slug: string, now: Date): Promise<Opened | null> {
  return keep(`form ${slug}`, now, () => openForm(db, slug))
}

/** To be called by whoever publishes, opens or closes a form or a site. */
export function forgetForms(): void {
  kept.clear()
}

/** Where the database does not answer, what was kept is better than nothing: no text is lost on the way. */
async function keep(key: string, now: Date, open: () => Promise<Opened | null>): Promise<Opened | null> {
  const found = kept.get(key)
  if (found && Math.abs(now.getTime() - found.at) < freshFor) return found.opened
  const opened = await open().catch((error) => {
    if (!found) throw error
    logFailure('A form could not be read anew; the one from before is shown', error)
    return found.opened
  })
  kept.delete(key)
  // What nobody gave out is never kept, so that guessing cannot push the rest out.
  if (opened) kept.set(key, { opened, at: now.getTime() })
  const [oldest] = kept.keys()
  if (kept.size > most && oldest) kept.delete(oldest)
  return opened
}
