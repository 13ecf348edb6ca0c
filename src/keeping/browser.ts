import type { Context } from 'hono'
import { deleteCookie, setSignedCookie } from 'hono/cookie'
import { randomHex } from '../db/hex.ts'
import type { AppEnv } from '../env.ts'
import { cookieAttributes, readSignedCookie } from '../ui/cookies.ts'
import { urls } from '../urls.ts'

/** Tells the browser that fills in a form from whoever has its page; leaving a borrowed phone takes it along. */
const cookie = { name: 'filer', path: urls.home } as const

const day = 24 * 3_600_000

/** The secret of this browser, by its cookie; null where it has none, or keeps none. */
export async function browserSecret<E extends AppEnv>(c: Context<E>): Promise<string | null> {
  const value = await readSignedCookie(c, signedBy(c), cookie.name)
  if (!value) return null
  const [secret, endsAt] = value.split('.')
  return secret && Number(endsAt) > c.var.now.getTime() ? secret : null
}

/** Gives a browser a secret of its own, for a day; nothing about it is stored. */
export function markBrowser(c: Context<AppEnv>): Promise<void> {
  return keepSecret(c, randomHex(), day)
}

export function keepSecret(c: Context<AppEnv>, secret: string, length: number): Promise<void> {
  const endsAt = c.var.now.getTime() + length
  return setSignedCookie(c, cookie.name, `${secret}.${endsAt}`, signedBy(c), {
    ...cookieAttributes(c, cookie.path),
    maxAge: length / 1000,
  })
}

/** From here on nothing that this browser left here can be opened by anybody. */
export function forgetBrowser(c: Context<AppEnv>): void {
  deleteCookie(c, cookie.name, cookieAttributes(c, cookie.path))
}

const signedBy = <E extends AppEnv>(c: Context<E>) => `filer ${c.env.secrets.receipts}`
