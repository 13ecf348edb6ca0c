import type { Context } from 'hono'
import { urls } from '../urls.ts'

/**
 * How every cookie of the service travels: never to scripts or other sites, and over TLS only, but for a
 * demo that a phone tries over plain http in the local network.
 */
export function cookieAttributes<E extends { Bindings: { demo: boolean } }>(c: Context<E>, path = '/') {
  const secure = !(c.env.demo && new URL(c.req.url).protocol === 'http:')
  return { path, httpOnly: true, sameSite: 'lax', secure } as const
}

/** Tells the browser that fills in a form from whoever has its page; leaving a borrowed phone takes it along. */
export const filerCookie = { name: 'filer', path: urls.home } as const
