import type { Db } from '../db/client.ts'
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

async function keep(key: string, now: Date, open: () => Promise<Opened | null>): Promise<Opened | null> {
  const found = kept.get(key)
  if (found && Math.abs(now.getTime() - found.at) < freshFor) return found.opened
  const opened = await open()
  kept.delete(key)
  if (opened) kept.set(key, { opened, at: now.getTime() })
  // The oldest goes first; what nobody gave out is never kept, so guessing cannot push the rest out.
  if (kept.size > most) for (const oldest of [...kept.keys()].slice(0, 1)) kept.delete(oldest)
  return opened
}
