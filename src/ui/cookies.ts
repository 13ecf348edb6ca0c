import type { Context } from 'hono'
import { getCookie, getSignedCookie } from 'hono/cookie'

/**
 * How every cookie of the service travels: never to scripts or other sites, and over TLS only, but for a
 * demo that a phone tries over plain http in the local network. One for all pages is called `__Host-…`, which
 * no other host and no plain http can set for us.
 */
export function cookieAttributes<E extends { Bindings: { demo: boolean } }>(c: Context<E>, path = '/') {
  const secure = !(c.env.demo && new URL(c.req.url).protocol === 'http:')
  const prefix = secure && path === '/' ? { prefix: 'host' as const } : {}
  return { path, httpOnly: true, sameSite: 'lax', secure, ...prefix } as const
}

type Demo = { Bindings: { demo: boolean } }

/** The value of a cookie for all pages, under the name by which it was set. */
export function readCookie<E extends Demo>(c: Context<E>, name: string): string | undefined {
  return getCookie(c, name, cookieAttributes(c).prefix)
}

/** The same of a signed one; false where somebody else signed it. */
export async function readSignedCookie<E extends Demo>(c: Context<E>, secret: string, name: string) {
  return await getSignedCookie(c, secret, name, cookieAttributes(c).prefix)
}
