import type { Context } from 'hono'
import type { Filer } from '../../cases/sent-before.ts'
import { hmac } from '../../db/hmac.ts'
import type { AppEnv } from '../../env.ts'
import { browserSecret, keepSecret, markBrowser } from '../../keeping/browser.ts'

const halfAnHour = 30 * 60_000

/** The browser that filled in the form; null where it has no mark, or keeps none. */
export async function keptFiler(c: Context<AppEnv>): Promise<Filer | null> {
  const secret = await browserSecret(c)
  return secret ? { secret, isKept: true } : null
}

/**
 * Who sends a form. A browser that keeps no cookies is known by where it sends from, for as long as it takes
 * to tap twice; that goes into a keyed hash with the form's own key, and no address can be read out of it.
 */
export async function filerOf(c: Context<AppEnv>): Promise<Filer> {
  const kept = await keptFiler(c)
  if (kept) return kept
  const secret = await hmac(c.env.secrets.receipts, `filer ${c.env.addressOf(c.req.raw)}`)
  return { secret, isKept: false }
}

/** Marks a browser with the page that answers a posted form, where it came without a mark. */
export async function markFiler(c: Context<AppEnv>, { isKept }: Filer): Promise<void> {
  if (!isKept) await markBrowser(c)
}

/** What was sent can be seen here for half an hour more. If this answer is lost, the mark stays for a retry. */
export function endFilerSoon(c: Context<AppEnv>, { secret }: Filer): Promise<void> {
  return keepSecret(c, secret, halfAnHour)
}
