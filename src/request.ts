import type { Context } from 'hono'
import { setCookie } from 'hono/cookie'
import { openDb } from './db/client.ts'
import { keyringOf } from './encryption/keyring.ts'
import { type AppEnv, factory } from './env.ts'
import { loadRules } from './orgs/rules.ts'
import { defaultSettings, type Settings } from './orgs/settings.ts'
import type { Clock } from './platform/types.ts'
import { cookieAttributes, readCookie } from './ui/cookies.ts'
import { viewOf } from './ui/view.ts'

/** What needs no database. */
export const openRequest = (clock?: Clock) =>
  factory.createMiddleware(async (c, next) => {
    c.set('now', (clock ?? c.env.clock)())
    c.set('news', { waiting: false })
    c.env.checkSecrets()
    c.set('keys', keyringOf(c.env))
    await next()
  })

/**
 * One database session for the request. A page may be read from the nearest replica, but never from one
 * older than what this browser has written: the bookmark of its last write travels in a cookie.
 */
export const openDatabase = factory.createMiddleware(async (c, next) => {
  const reads = c.req.method === 'GET'
  const { database, bookmark } = reads
    ? c.env.openDatabase('any', readCookie(c, mark))
    : c.env.openDatabase('newest')
  c.set('db', openDb(database))
  await next()
  const written = reads ? null : bookmark()
  if (written) setCookie(c, mark, written, { ...cookieAttributes(c), maxAge: 600 })
})

/** Wakes the sender once, after whatever wrote news for people; what is not sent then, the hourly job finds. */
export const wakeSender = factory.createMiddleware(async (c, next) => {
  await next()
  if (c.var.news.waiting) c.env.later(c.env.wake({ kind: 'deliveries' }))
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

function serviceOf(c: Context<AppEnv>, settings: Settings) {
  const { name, zone, languages, helplines } = settings
  const fileMegabytes = Math.floor(c.env.largestFile / 1024 / 1024)
  return { zone, fileMegabytes, languages, helplines, federation: name, release: c.env.version.slice(0, 8) }
}
