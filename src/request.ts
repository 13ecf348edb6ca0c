import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { openDb } from './db/client.ts'
import { type AppEnv, checkBindings, factory } from './env.ts'
import { loadRules } from './orgs/rules.ts'
import { defaultSettings, type Settings } from './orgs/settings.ts'
import { cookieAttributes } from './ui/cookies.ts'
import { viewOf } from './ui/view.ts'

/** What needs no database. */
export const openRequest = (clock: () => Date) =>
  factory.createMiddleware(async (c, next) => {
    c.set('now', clock())
    checkBindings(c.env)
    await next()
  })

/**
 * One database session for the request. A page may be read from the nearest replica, but never from one
 * older than what this browser has written: the bookmark of its last write travels in a cookie.
 */
export const openDatabase = factory.createMiddleware(async (c, next) => {
  const reads = c.req.method === 'GET'
  const session = c.env.DB.withSession(reads ? (lastWrite(c) ?? 'first-unconstrained') : 'first-primary')
  c.set('db', openDb(session))
  await next()
  const bookmark = reads ? null : session.getBookmark()
  if (bookmark) setCookie(c, mark, bookmark, { ...cookieAttributes(c), maxAge: 600 })
})

/** The federation's rules, and the page frame in its name, zone and languages. */
export const openRules = factory.createMiddleware(async (c, next) => {
  c.set('rules', await loadRules(c.var.db, c.var.now))
  c.set('view', viewOf(c, serviceOf(c, c.var.rules.settings)))
  await next()
})

/** A page frame for whatever went wrong before the rules were read: a missing secret, a dead database. */
export function frameAnyway(c: Context<AppEnv>): void {
  if (!c.var.view) c.set('view', viewOf(c, serviceOf(c, defaultSettings)))
}

const mark = 'mark'

function lastWrite(c: Context): string | undefined {
  const bookmark = getCookie(c, mark)
  return bookmark && /^[0-9a-f-]{20,200}$/.test(bookmark) ? bookmark : undefined
}

function serviceOf(c: Context<AppEnv>, settings: Settings) {
  const { name, zone, languages, helplines } = settings
  return { zone, languages, helplines, federation: name, release: c.env.VERSION.id.slice(0, 8) }
}
