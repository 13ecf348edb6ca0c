import type { Context } from 'hono'
import type { AppEnv } from '../env.ts'
import { code } from '../mails/sign-in-code.ts'
import { cookieAttributes } from '../ui/cookies.ts'
import { sessionCookie, sessionDays } from './session.ts'

/** better-auth for this request; evaluated with the first person who signs in, never by a public page. */
export async function openAuth(c: Context<AppEnv>) {
  const { libraryOf } = await import('./library.ts')
  const { prefix, ...attributes } = cookieAttributes(c)
  return libraryOf({
    db: c.var.db,
    secret: c.env.secrets.auth,
    origin: new URL(c.req.url).origin,
    cookie: { name: prefix ? `__Host-${sessionCookie}` : sessionCookie, attributes, days: sessionDays },
    code,
    background: c.env.later,
  })
}
