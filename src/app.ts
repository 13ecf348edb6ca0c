import type { Context } from 'hono'
import { methodNotAllowed } from 'hono/method-not-allowed'
import { routePath } from 'hono/route'
import { getPath } from 'hono/utils/url'
import { unreadable } from './answer-unreadable.ts'
import { board } from './board/routes.tsx'
import { fitting, readable } from './body-limits.ts'
import { desk } from './desk/routes.tsx'
import { Unreadable } from './encryption/unreadable.ts'
import { type AppEnv, factory } from './env.ts'
import { follow } from './follow/routes.tsx'
import { keptByNobody, strictHeaders } from './headers.ts'
import { health } from './health.ts'
import { intake } from './intake/routes.tsx'
import { showWords } from './keeping/keeping-words.ts'
import { keepAnswers, whereItStood } from './keeping/kept-answers.ts'
import { keeping } from './keeping/routes.tsx'
import { tellTaken } from './keeping/telling-taken.ts'
import { logFailure } from './log.ts'
import { office } from './office/routes.ts'
import { fromOwnPages } from './own-pages.ts'
import type { Clock } from './platform/types.ts'
import { frameAnyway, openDatabase, openRequest, openRules, wakeSender } from './request.ts'
import { setupPages } from './setup/routes.tsx'
import { mailChoice } from './signin/mail-choice-routes.tsx'
import { openSession } from './signin/open-session.ts'
import { signin } from './signin/routes.tsx'
import { signedIn } from './signin/session.ts'
import { problem } from './ui/problem.tsx'
import { pathMeant, urls } from './urls.ts'

/** The page that says so, with the methods that the address takes. */
function onMethodNotAllowed(c: Context<AppEnv>, methods: string[]) {
  c.header('Allow', methods.join(', '))
  return problem(c, 'method')
}

/** Middleware in order, then the mounts. Time is the platform's; tests bring a clock that they can move. */
export function createApp(clock?: Clock) {
  const app = factory.createApp({ getPath: (request) => pathMeant(getPath(request)) })

  app.use(strictHeaders, keptByNobody)
  app.use(openRequest(clock), openDatabase, wakeSender)
  app.get(urls.healthz, health)
  app.use(openRules)
  app.use(methodNotAllowed({ app, onMethodNotAllowed }))
  app.use(keepAnswers, whereItStood, showWords, tellTaken)
  app.use(readable, fitting)
  app.route('/', mailChoice)
  app.use(fromOwnPages)
  app.route('/', keeping)
  app.use(`${urls.desk}/*`, signedIn)
  app.use(`${urls.office}/*`, signedIn)

  app.route('/', desk)
  app.route('/', follow)
  app.route('/', intake)
  app.route('/', office)
  app.route('/', setupPages(openSession))
  app.route('/', signin)
  app.route('/', board)

  app.notFound((c) => problem(c, 'notFound'))
  app.onError((error, c) => {
    frameAnyway(c)
    if (error instanceof Unreadable) return unreadable(c, error)
    logFailure(`${c.req.method} ${routePath(c, -1)} failed`, error)
    return problem(c, 'server')
  })
  return app
}
