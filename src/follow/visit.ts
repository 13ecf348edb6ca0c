import type { Context } from 'hono'
import { deleteCookie, getSignedCookie, setSignedCookie } from 'hono/cookie'
import type { AppEnv } from '../env.ts'
import { cookieAttributes, filerCookie } from '../ui/cookies.ts'
import { urls } from '../urls.ts'

const name = 'receipt'
const quietMinutes = 30

/**
 * Opens a visit for whoever typed this receipt, found or not: the cookie holds only its keyed hash and
 * the time at which the visit ends, so nothing on the phone yields the receipt.
 */
export async function openVisit(c: Context<AppEnv>, receiptHash: string): Promise<void> {
  const endsAt = c.var.now.getTime() + quietMinutes * 60_000
  await setSignedCookie(c, name, `${receiptHash}.${endsAt}`, secretOf(c), {
    ...attributesOf(c),
    maxAge: quietMinutes * 60,
  })
}

/** The receipt hash of a visit that still runs, or null. */
export async function visitOf(c: Context<AppEnv>): Promise<string | null> {
  const value = await getSignedCookie(c, secretOf(c), name)
  if (!value) return null
  const [receiptHash, endsAt] = value.split('.')
  return receiptHash && Number(endsAt) > c.var.now.getTime() ? receiptHash : null
}

export function closeVisit(c: Context<AppEnv>): void {
  deleteCookie(c, name, attributesOf(c))
}

/**
 * Leaves nothing on this phone that opens the case, or that shows what was just filed: neither a cookie nor
 * pages that the browser keeps to go back to.
 */
export function leave(c: Context<AppEnv>): void {
  closeVisit(c)
  deleteCookie(c, filerCookie.name, cookieAttributes(c, filerCookie.path))
  c.header('Clear-Site-Data', '"cache"')
}

const secretOf = (c: Context<AppEnv>) => `visit ${c.env.secrets.receipts}`

const attributesOf = (c: Context<AppEnv>) => cookieAttributes(c, urls.follow)
