import { standingOf } from '../cases/consents.ts'
import { performAsWorker } from '../cases/performing.ts'
import { factory } from '../env.ts'
import { patterns, query, urls } from '../urls.ts'
import { CasePage } from './case-page.tsx'
import { loadFollowed } from './followed.ts'
import { failed, formOfCase } from './visiting.tsx'

/** A worker says whether somebody may be told who he is, and takes a yes back. */
export const agreeing = factory.createApp()

agreeing.onError(failed)

const acts = {
  given: 'give_consent',
  refused: 'refuse_consent',
  withdrawn: 'withdraw_consent',
} as const
const answers = Object.keys(acts) as (keyof typeof acts)[]

agreeing.post(patterns.followConsent, async (c) => {
  const posted = await formOfCase(c)
  if (posted instanceof Response) return posted
  const { it, form } = posted
  const { view, now, rules } = c.var
  const consentId = c.req.param('consent')
  const answer = answers.find((known) => known === form.get('answer'))
  if (!answer) return c.html(<CasePage view={view} it={it} now={now} rules={rules} />, 422)
  const done = () => c.redirect(urls.follow + query({ done: answer }), 303)
  const outcome = await performAsWorker(c.var, it.subject, acts[answer], { consentId })
  if (outcome.ok && !outcome.again) return done()
  // A second tap is one only if it says the same.
  const fresh = (await loadFollowed(c.var, c.env.secrets.receipts, it.case.receiptHash)) ?? it
  const consent = fresh.consents.find(({ id }) => id === consentId)
  if (consent && standingOf(consent) === answer) return done()
  const attempt = { of: 'consent', values: {}, errors: {}, why: 'conflict' } as const
  return c.html(<CasePage view={view} it={fresh} now={now} rules={rules} attempt={attempt} />, 409)
})
