import type { Context } from 'hono'
import { readByWorker } from '../cases/reading.ts'
import { readReceipt, receiptHash } from '../cases/receipts.ts'
import { type AppEnv, factory } from '../env.ts'
import { readForm } from '../ui/form-body.ts'
import { askToWait, mayTry } from '../ui/limiting.ts'
import { problem } from '../ui/problem.tsx'
import { patterns, query, urls } from '../urls.ts'
import { acting } from './act-routes.tsx'
import { CasePage } from './case-page.tsx'
import { contact } from './contact-routes.tsx'
import { noticeOf } from './done-notice.ts'
import { EntryPage } from './entry-page.tsx'
import { hasUnread } from './followed.ts'
import { records } from './records-routes.tsx'
import { closeVisit, leave, openVisit, visitOf } from './visit.ts'
import { followed } from './visiting.tsx'

/** What a worker does with his receipt, from a phone that may not be his own. */
export const follow = factory.createApp()

follow.use(`${urls.follow}/*`, async (c, next) => {
  await next()
  c.header('Cache-Control', 'no-store')
})

follow.get(urls.follow, async (c) => {
  const { view, now, rules } = c.var
  const done = c.req.query('done')
  if (!(await visitOf(c))) return c.html(<EntryPage view={view} left={done === 'left'} />)
  const it = await followed(c)
  if (!it) {
    closeVisit(c)
    return c.html(<EntryPage view={view} wrong="nothing" />, 404)
  }
  if (c.req.method === 'GET' && hasUnread(it)) c.env.later(readByWorker(c.var, it.subject))
  return c.html(<CasePage view={view} it={it} now={now} rules={rules} done={noticeOf(view, done)} />)
})

follow.post(urls.follow, async (c) => {
  const form = await readForm(c)
  if (!form) return problem(c, 'badRequest')
  const typed = form.get('receipt')
  return typed ? visit(c, typed) : c.html(<EntryPage view={c.var.view} wrong="empty" />, 422)
})

follow.get(patterns.followLink, (c) => visit(c, c.req.param('receipt')))

follow.post(urls.followExit, (c) => {
  leave(c)
  return c.redirect(urls.follow + query({ done: 'left' }), 303)
})

follow.route('/', acting)
follow.route('/', records)
follow.route('/', contact)

/** One and the same answer for a right and a wrong receipt: nothing is looked up before the next request. */
async function visit(c: Context<AppEnv>, typed: string) {
  if (!(await mayTry(c, c.env.limits.receipts))) {
    return c.html(<EntryPage view={c.var.view} typed={typed} wait={askToWait(c)} />, 429)
  }
  await openVisit(c, await receiptHash(c.env.secrets.receipts, readReceipt(typed) ?? typed))
  return c.redirect(urls.follow, 303)
}
