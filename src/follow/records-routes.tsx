import type { Context } from 'hono'
import { type MyData, myData } from '../cases/mydata.ts'
import { forgetWays } from '../cases/news/forgetting-ways.ts'
import { allowedToWorker, performAsWorker } from '../cases/performing.ts'
import { type AppEnv, factory } from '../env.ts'
import { problem } from '../ui/problem.tsx'
import { query, urls } from '../urls.ts'
import { DataPage } from './data-page.tsx'
import type { Followed } from './followed.ts'
import { IdentityPage } from './identity-page.tsx'
import { askUntilTomorrow, TooOften } from './too-often.tsx'
import { formOfCase, pageOfCase } from './visiting.tsx'
import { hasWords, WordsPage } from './words-page.tsx'

/** What the union keeps of a worker: his to read, to take away and to have deleted. */
export const records = factory.createApp()

records.get(urls.followData, async (c) => {
  const it = await pageOfCase(c, null)
  if (it instanceof Response) return it
  const data = await myData(c.var, it.subject)
  return c.html(<DataPage view={c.var.view} it={it} identity={data.identity} />)
})

records.get(urls.followDataFile, async (c) => {
  const it = await pageOfCase(c)
  if (it instanceof Response) return it
  const data: MyData = await myData(c.var, it.subject)
  c.header('Content-Disposition', `attachment; filename="huying-${data.number}.json"`)
  c.header('Content-Type', 'application/json; charset=utf-8')
  return c.body(JSON.stringify(data, null, 2))
})

records.get(urls.followIdentity, async (c) => {
  const it = await pageOfCase(c)
  if (it instanceof Response) return it
  const { identity } = await myData(c.var, it.subject)
  return c.html(<IdentityPage view={c.var.view} it={it} identity={identity} />)
})

records.post(urls.followIdentity, async (c) => {
  const posted = await formOfCase(c)
  if (posted instanceof Response) return posted
  const { it } = posted
  // Who gave no name may have left a mailbox. A second tap finds nothing left to delete, which is what was asked for.
  const outcome = it.subject.hasIdentity
    ? await performAsWorker(c.var, it.subject, 'erase_identity')
    : await forgetWays(c.var, it.subject)
  if (!outcome.ok) {
    if (outcome.why !== 'conflict') return problem(c, 'forbidden')
    const { identity } = await myData(c.var, it.subject)
    return c.html(<IdentityPage view={c.var.view} it={it} identity={identity} changed />, 409)
  }
  return c.redirect(urls.follow + query({ done: 'erased' }), 303)
})

records.get(urls.followWords, async (c) => {
  const it = await pageOfCase(c, null)
  if (it instanceof Response) return it
  return c.html(<WordsPage view={c.var.view} it={it} open={openTo(c, it)} />)
})

records.post(urls.followWords, async (c) => {
  const posted = await formOfCase(c, null)
  if (posted instanceof Response) return posted
  const { it } = posted
  const outcome = hasWords(it) && (await performAsWorker(c.var, it.subject, 'erase_words'))
  if (!outcome || outcome.ok) return c.redirect(urls.follow + query({ done: 'words-erased' }), 303)
  const page = { view: c.var.view, it, open: openTo(c, it) }
  switch (outcome.why) {
    case 'conflict':
      return c.html(<WordsPage {...page} changed />, 409)
    case 'too_often':
      askUntilTomorrow(c)
      return c.html(
        <WordsPage {...page} wait={<TooOften view={c.var.view} settings={c.var.rules.settings} />} />,
        429,
      )
    default:
      return problem(c, 'forbidden')
  }
})

const openTo = (c: Context<AppEnv>, { subject }: Followed) => new Set(allowedToWorker(subject, c.var))
