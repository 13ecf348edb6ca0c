import type { Context } from 'hono'
import { type Asked, askForNews } from '../cases/news/asking-for-news.ts'
import { forgetWays } from '../cases/news/forgetting-ways.ts'
import { type AppEnv, factory } from '../env.ts'
import { pushKeys } from '../mails/push-keys.ts'
import { pushSubscription } from '../typed/push-subscription.ts'
import { newsMail } from '../ui/news-fields.tsx'
import { problem } from '../ui/problem.tsx'
import { query, urls } from '../urls.ts'
import { CasePage } from './case-page.tsx'
import type { Followed } from './followed.ts'
import { askUntilTomorrow } from './too-often.tsx'
import { failed, formOfCase, pageOfCase } from './visiting.tsx'

/** A worker says where he wants to be told that there is news, and has it forgotten. */
export const newsOfCase = factory.createApp()

newsOfCase.onError(failed)

newsOfCase.post(urls.followNews, async (c) => {
  const posted = await formOfCase(c)
  if (posted instanceof Response) return posted
  const { it, form } = posted
  const words = c.var.view.m.news
  if (form.has('push')) {
    const subscription = pushSubscription(form.get('push'))
    if (!subscription) return again(c, it, '', words.push.unknown)
    const target = JSON.stringify(subscription)
    return answered(c, it, '', await askForNews(c.var, it.subject, { kind: 'push', target }))
  }
  const typed = form.get(newsMail)
  const target = form.mailbox(newsMail)
  if (!target) return again(c, it, typed, words.notAnAddress)
  return answered(c, it, typed, await askForNews(c.var, it.subject, { kind: 'mail', target }))
})

newsOfCase.post(urls.followNewsEnd, async (c) => {
  const posted = await formOfCase(c)
  if (posted instanceof Response) return posted
  const forgotten = await forgetWays(c.var, posted.it.subject)
  if (!forgotten.ok) return again(c, posted.it, '', c.var.view.m.news.conflict, 409)
  return c.redirect(urls.follow + query({ done: 'news-forgotten' }), 303)
})

/** Asked for by the script that registers a browser: by it the push service tells this service from others. */
newsOfCase.get(urls.followNewsKey, async (c) => {
  const it = await pageOfCase(c)
  if (it instanceof Response) return it
  return c.text((await pushKeys(c.env.files)).publicKey)
})

function answered(c: Context<AppEnv>, it: Followed, typed: string, asked: Asked) {
  if (asked.ok) return c.redirect(urls.follow + query({ done: 'news' }), 303)
  const words = c.var.view.m.news
  switch (asked.why) {
    case 'not_allowed':
      return problem(c, 'forbidden')
    case 'conflict':
      return again(c, it, typed, words.conflict, 409)
    case 'too_often':
      askUntilTomorrow(c)
      return again(c, it, typed, words.tooOften, 429)
  }
}

/** The page once more, with what was typed and why it does not hold. */
function again(
  c: Context<AppEnv>,
  it: Followed,
  typed: string,
  error: string,
  status: 409 | 422 | 429 = 422,
) {
  const { view, now, rules } = c.var
  const attempt = { of: newsMail, values: { [newsMail]: typed }, errors: { [newsMail]: error } }
  return c.html(<CasePage view={view} it={it} now={now} rules={rules} attempt={attempt} />, status)
}
