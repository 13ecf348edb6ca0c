import type { Context } from 'hono'
import { setSignedCookie } from 'hono/cookie'
import type { Filer } from '../../cases/sent-before.ts'
import { hmac, toHex } from '../../db/hmac.ts'
import type { AppEnv } from '../../env.ts'
import { cookieAttributes, filerCookie, readSignedCookie } from '../../ui/cookies.ts'

const day = 24 * 3_600_000
const halfAnHour = 30 * 60_000

/** The browser that filled in the form, by its cookie; null where it has none, or keeps none. */
export async function keptFiler(c: Context<AppEnv>): Promise<Filer | null> {
  const value = await readSignedCookie(c, secretOf(c), filerCookie.name)
  if (!value) return null
  const [secret, endsAt] = value.split('.')
  return secret && Number(endsAt) > c.var.now.getTime() ? { secret, isKept: true } : null
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

/**
 * Marks a browser with the first page that answers a posted form. The empty form carries no cookie: it is the
 * same for all, and comes from memory; and who only looks at it is not marked.
 */
export async function markFiler(c: Context<AppEnv>, { isKept }: Filer): Promise<void> {
  if (!isKept) await keep(c, toHex(crypto.getRandomValues(new Uint8Array(16))), day)
}

/** What was sent can be seen here for half an hour more. If this answer is lost, the mark stays for a retry. */
export function endFilerSoon(c: Context<AppEnv>, { secret }: Filer): Promise<void> {
  return keep(c, secret, halfAnHour)
}

function keep(c: Context<AppEnv>, secret: string, length: number): Promise<void> {
  const endsAt = c.var.now.getTime() + length
  return setSignedCookie(c, filerCookie.name, `${secret}.${endsAt}`, secretOf(c), {
    ...cookieAttributes(c, filerCookie.path),
    maxAge: length / 1000,
  })
}

const secretOf = (c: Context<AppEnv>) => `filer ${c.env.secrets.receipts}`
