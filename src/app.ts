import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { csrf } from 'hono/csrf'
import { HTTPException } from 'hono/http-exception'
import { secureHeaders } from 'hono/secure-headers'
import { openDb } from './db/client.ts'
import { type AppEnv, checkBindings, factory } from './env.ts'
import { health } from './health.ts'
import { loadRules } from './orgs/rules.ts'
import { type Settings, settingsFrom } from './orgs/settings.ts'
import { problem } from './ui/problem.tsx'
import { viewOf } from './ui/view.ts'
import { urls } from './urls.ts'

const self = ["'self'"]
const nothing = ["'none'"]
const bodyBytes = 64 * 1024

/** Middleware in order, then the mounts. Time comes in, so that tests can move it. */
export function createApp(clock: () => Date = () => new Date()) {
  const app = factory.createApp()

  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: nothing,
        styleSrc: self,
        scriptSrc: self,
        imgSrc: ["'self'", 'data:'],
        connectSrc: self,
        formAction: self,
        baseUri: nothing,
        frameAncestors: nothing,
      },
      referrerPolicy: 'no-referrer',
    }),
  )
  app.use(async (c, next) => {
    checkBindings(c.env)
    c.set('now', clock())
    c.set('db', openDb(c.env.DB))
    // First with the defaults, so that even the page about a dead database has a frame.
    c.set('view', viewOf(c, serviceOf(c, settingsFrom([]))))
    c.set('rules', await loadRules(c.var.db, c.var.now))
    c.set('view', viewOf(c, serviceOf(c, c.var.rules.settings)))
    await next()
  })
  app.use(bodyLimit({ maxSize: bodyBytes, onError: (c) => problem(c, 'tooLarge') }))
  app.use(csrf())

  app.get(urls.healthz, health)

  app.notFound((c) => problem(c, 'notFound'))
  app.onError((error, c) => {
    if (error instanceof HTTPException && error.status === 403) return problem(c, 'crossSite')
    console.error(error)
    return problem(c, 'server')
  })
  return app
}

function serviceOf(c: Context<AppEnv>, settings: Settings) {
  const { name, zone, languages } = settings
  return { zone, languages, federation: name, release: c.env.VERSION.id.slice(0, 8) }
}
