import type { Context } from 'hono'
import { deleteCookie, getSignedCookie, setSignedCookie } from 'hono/cookie'
import { randomHex } from '../db/hex.ts'
import { seal, unseal } from '../db/sealing.ts'
import type { AppEnv } from '../env.ts'
import { forgetBrowser } from '../keeping/browser.ts'
import { cookieAttributes } from '../ui/cookies.ts'
import { urls } from '../urls.ts'

/** A visit of one browser to one receipt. */
export interface Visit {
  receiptHash: string
  /** Tells this visit from every other one to the same receipt; a new receipt is derived from it. */
  nonce: string
}

const name = 'receipt'
const quietMinutes = 30
const offered = 'offered'
const offerMinutes = 10
const typed = 'typed'

export function newVisit(receiptHash: string): Visit {
  return { receiptHash, nonce: randomHex() }
}

/**
 * Opens a visit for whoever typed this receipt, found or not: the cookie holds only its keyed hash and
 * the time at which the visit ends, so nothing on the phone yields the receipt.
 */
export function openVisit(c: Context<AppEnv>, { receiptHash, nonce }: Visit): Promise<void> {
  return keep(c, name, `${receiptHash}.${nonce}`, quietMinutes)
}

/** A visit that still runs, or null. */
export async function visitOf(c: Context<AppEnv>): Promise<Visit | null> {
  const [receiptHash, nonce] = (await kept(c, name)) ?? []
  return receiptHash && nonce ? { receiptHash, nonce } : null
}

export function closeVisit(c: Context<AppEnv>): void {
  deleteCookie(c, name, attributesOf(c))
}

/**
 * What a link opens once its button is pressed. It waits in a cookie and not in an address, so that a phone's
 * history keeps no receipt, and that leaving takes it along.
 */
export function offer(c: Context<AppEnv>, receiptHash: string): Promise<void> {
  return keep(c, offered, receiptHash, offerMinutes)
}

/** The receipt hash of the last link that was followed a moment ago, or null. */
export async function offerOf(c: Context<AppEnv>): Promise<string | null> {
  const [receiptHash] = (await kept(c, offered)) ?? []
  return receiptHash ?? null
}

export function withdrawOffer(c: Context<AppEnv>): void {
  deleteCookie(c, offered, attributesOf(c))
}

/**
 * What was typed as a receipt waits sealed for the next page, which shows it again where it opens nothing: who is
 * wrong by a letter does not type it all once more. It is kept alike for right ones, whose page takes it away.
 */
export async function keepTyped(c: Context<AppEnv>, text: string): Promise<void> {
  return keep(c, typed, await seal(secretOf(c, typed), text.slice(0, 200)), 1)
}

/** What was typed a moment ago, once. */
export async function takeTyped(c: Context<AppEnv>): Promise<string | undefined> {
  const sealed = await kept(c, typed)
  if (!sealed) return undefined
  deleteCookie(c, typed, attributesOf(c))
  return (await unseal(secretOf(c, typed), sealed.join('.'))) ?? undefined
}

/**
 * Leaves nothing on this phone that opens the case, or that shows what was just filed: neither a cookie nor
 * pages that the browser keeps to go back to.
 */
export function leave(c: Context<AppEnv>): void {
  closeVisit(c)
  withdrawOffer(c)
  deleteCookie(c, typed, attributesOf(c))
  forgetBrowser(c)
  c.header('Clear-Site-Data', '"cache"')
}

async function keep(c: Context<AppEnv>, cookie: string, value: string, minutes: number): Promise<void> {
  const endsAt = c.var.now.getTime() + minutes * 60_000
  await setSignedCookie(c, cookie, `${value}.${endsAt}`, secretOf(c, cookie), {
    ...attributesOf(c),
    maxAge: minutes * 60,
  })
}

/** The parts of what a cookie holds, as long as it holds. */
async function kept(c: Context<AppEnv>, cookie: string): Promise<string[] | null> {
  const value = await getSignedCookie(c, secretOf(c, cookie), cookie)
  const parts = value ? value.split('.') : []
  return Number(parts.pop()) > c.var.now.getTime() ? parts : null
}

const secretOf = (c: Context<AppEnv>, cookie: string) => `visit ${cookie} ${c.env.secrets.receipts}`

const attributesOf = (c: Context<AppEnv>) => cookieAttributes(c, urls.follow)
