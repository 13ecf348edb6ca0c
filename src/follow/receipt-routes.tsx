import type { Context } from 'hono'
import { hasReceipt } from '../cases/loading.ts'
import { performAsWorker } from '../cases/performing.ts'
import { isEndOf, readReceipt } from '../cases/receipts.ts'
import { type AppEnv, factory } from '../env.ts'
import { problem } from '../ui/problem.tsx'
import { query, urls } from '../urls.ts'
import type { Followed } from './followed.ts'
import { NewReceiptPage, type Stage } from './new-receipt-page.tsx'
import { type Renewal, renewalMark, renewalOf } from './renewal.ts'
import { askUntilTomorrow } from './too-often.tsx'
import { openVisit, visitOf } from './visit.ts'
import { failed, formOfCase, pageOfCase } from './visiting.tsx'

/**
 * A worker replaces a receipt that somebody else may know. He has the new one before the old one is void, and
 * says so by its last characters; so no answer that gets lost can leave him without any.
 */
export const renewing = factory.createApp()

renewing.onError(failed)

renewing.get(urls.followReceipt, async (c) => {
  const it = await pageOfCase(c)
  if (it instanceof Response) return it
  return page(c, it, await offered(c, it), 'open')
})

renewing.post(urls.followReceipt, async (c) => {
  const posted = await formOfCase(c)
  if (posted instanceof Response) return posted
  const { it, form } = posted
  const secret = c.env.secrets.receipts
  const shown = form.get('of')
  // A second tap: what its page showed is what holds by now.
  if (shown === (await renewalMark(secret, it.case.receiptHash))) return done(c)
  const renewal = await offered(c, it)
  if (shown !== renewal.mark) return page(c, it, renewal, 'overtaken')
  const typed = form.get('last')
  if (!isEndOf(renewal.receipt, typed)) return page(c, it, renewal, 'wrong', typed)
  // A name that the old one sealed is sealed by the new one; only its worker can do that.
  const receipt = readReceipt(form.get('receipt')) ?? ''
  if (receipt) c.set('unkept', true)
  const outcome = await performAsWorker(c.var, it.subject, 'replace_receipt', {
    receiptHash: renewal.hash,
    receipt,
    newReceipt: renewal.receipt,
  })
  if (!outcome.ok && outcome.why === 'invalid') return page(c, it, renewal, 'old_wrong', typed)
  const holds = await hasReceipt(c.var, it.case.id, renewal.hash)
  if (!outcome.ok && outcome.why === 'not_allowed') return problem(c, 'forbidden')
  if (!outcome.ok && outcome.why === 'too_often') return page(c, it, renewal, 'too_often')
  // Somebody who follows the same case elsewhere was faster, and another receipt holds.
  if (!holds) return page(c, it, renewal, 'overtaken')
  await openVisit(c, { receiptHash: renewal.hash, nonce: await nonceOf(c) })
  return done(c)
})

async function offered(c: Context<AppEnv>, it: Followed): Promise<Renewal> {
  const visit = { receiptHash: it.case.receiptHash, nonce: await nonceOf(c) }
  return renewalOf(c.env.secrets.receipts, visit)
}

const nonceOf = async (c: Context<AppEnv>) => (await visitOf(c))?.nonce ?? ''

function page(c: Context<AppEnv>, it: Followed, renewal: Renewal, stage: Stage, typed?: string) {
  const { origin } = new URL(c.req.url)
  const { view, rules } = c.var
  const status = { open: 200, wrong: 422, old_wrong: 422, overtaken: 409, too_often: 429 } as const
  if (stage === 'too_often') askUntilTomorrow(c)
  const shown = <NewReceiptPage {...{ view, it, renewal, stage, origin, typed }} settings={rules.settings} />
  return c.html(shown, status[stage])
}

function done(c: Context<AppEnv>) {
  return c.redirect(urls.follow + query({ done: 'receipt' }), 303)
}
