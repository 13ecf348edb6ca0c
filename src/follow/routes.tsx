import { readPart } from '../cases/history-part.ts'
import { readByWorker } from '../cases/reading.ts'
import { factory } from '../env.ts'
import { query, urls } from '../urls.ts'
import { acting } from './act-routes.tsx'
import { CasePage } from './case-page.tsx'
import { agreeing } from './consent-routes.tsx'
import { contact } from './contact-routes.tsx'
import { noticeOf } from './done-notice.ts'
import { EntryPage } from './entry-page.tsx'
import { hasUnread } from './followed.ts'
import { newsOfCase } from './news-routes.tsx'
import { opening } from './opening-routes.tsx'
import { renewing } from './receipt-routes.tsx'
import { records } from './records-routes.tsx'
import { sealing } from './seal-routes.tsx'
import { closeVisit, leave, takeTyped, visitOf } from './visit.ts'
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
  const typed = await takeTyped(c)
  const it = await followed(c, readPart(c.req.query()))
  if (!it) {
    closeVisit(c)
    return c.html(<EntryPage view={view} wrong="nothing" typed={typed} />, 404)
  }
  if (c.req.method === 'GET' && hasUnread(it)) {
    const shown = it.messages.map(({ id }) => id)
    c.env.later(readByWorker(c.var, it.subject, shown))
  }
  return c.html(<CasePage view={view} it={it} now={now} rules={rules} done={noticeOf(view, it, done)} />)
})

/** Leaving is of the browser and not of a case: whichever page it is asked on, nothing stays open. */
follow.post(urls.followExit, (c) => {
  leave(c)
  return c.redirect(urls.follow + query({ done: 'left' }), 303)
})

/** At once, and to a page of everybody. A page of another site that leads here throws nothing of his away. */
follow.get(urls.away, (c) => {
  if (c.req.header('sec-fetch-site') !== 'cross-site') {
    leave(c)
    c.header('Clear-Site-Data', '"cache", "storage"')
  }
  return c.redirect(urls.elsewhere, 303)
})

follow.route('/', opening)
follow.route('/', acting)
follow.route('/', agreeing)
follow.route('/', records)
follow.route('/', contact)
follow.route('/', newsOfCase)
follow.route('/', renewing)
follow.route('/', sealing)
