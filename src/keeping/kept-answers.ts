import type { Context } from 'hono'
import { type AppEnv, factory } from '../env.ts'
import { urls } from '../urls.ts'
import { browserSecret, markBrowser } from './browser.ts'
import { keepEntry, readEntry } from './entries.ts'

/** For so long one can come back to an answer. */
const minutes = 120

/** Pages that take no words of anybody, so that a browser needs no mark for them. */
const unmarked: readonly string[] = [urls.board, urls.protection, urls.record, urls.healthz]

interface Answer {
  status: number
  html: string
  wait: string | null
  /** The page where the form stood, to be shown again in another way. */
  at: string | null
  /** Whether it may ask the phone where it is. */
  locates: boolean
}

/**
 * What answers a form with a page is kept, and shown at an address of its own: whoever loads it again, or comes back
 * to it, sends nothing a second time. A browser that keeps no cookies is answered at once.
 */
export const keepAnswers = factory.createMiddleware(async (c, next) => {
  await next()
  if (!isPage(c.res)) return
  const { method, path } = c.req
  const isOpened = method === 'GET' && c.res.status === 200
  if (isOpened && !unmarked.includes(path) && !(await browserSecret(c))) await markBrowser(c)
  if (method !== 'POST' || c.var.unkept) return
  const { status, headers } = c.res
  const answer: Answer = {
    status,
    html: await c.res.clone().text(),
    wait: headers.get('Retry-After'),
    at: c.var.view.here?.href ?? null,
    locates: c.var.view.locates ?? false,
  }
  const name = await keepEntry(c, JSON.stringify(answer), minutes)
  if (name) c.res = c.redirect(urls.kept(name), 303)
})

/** On an answer that was kept, the page of the next one is the one where the first form stood. */
export const whereItStood = factory.createMiddleware(async (c, next) => {
  const { view } = c.var
  const [, name] = /^\/kept\/(\w+)$/.exec(view.here?.pathname ?? '') ?? []
  if (c.req.method === 'POST' && name) {
    const at = (await answerOf(c, name))?.at
    view.here = at ? new URL(at) : null
  }
  await next()
})

/** The answer that was kept under this name; null where there is none any more. */
export async function keptAnswer(c: Context<AppEnv>, name: string): Promise<Response | null> {
  const answer = await answerOf(c, name)
  if (!answer) return null
  const { status, html, wait, locates } = answer
  c.var.view.locates = locates
  if (wait) c.header('Retry-After', wait)
  return c.html(html, status as 200)
}

async function answerOf(c: Context<AppEnv>, name: string): Promise<Answer | null> {
  const text = await readEntry(c, name)
  return text ? JSON.parse(text) : null
}

function isPage({ headers }: Response): boolean {
  return headers.get('content-type')?.startsWith('text/html') === true
}
