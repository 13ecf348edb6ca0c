import type { Context } from 'hono'
import { performAsWorker } from '../cases/performing.ts'
import { readReceipt, receiptHash } from '../cases/receipts.ts'
import { sealedDetailsOf } from '../cases/vault.ts'
import { Unreadable } from '../encryption/unreadable.ts'
import { type AppEnv, factory } from '../env.ts'
import { askToWait, mayTry } from '../ui/limiting.ts'
import { query, urls } from '../urls.ts'
import { ContactPage } from './contact-page.tsx'
import { filledIn } from './filled-in.ts'
import type { Followed } from './followed.ts'
import { SealPage } from './seal-page.tsx'
import { askUntilTomorrow } from './too-often.tsx'
import { failed, formOfCase, pageOfCase } from './visiting.tsx'

/** A worker seals his name by his receipt, sees what he sealed, and opens it to the union. */
export const sealing = factory.createApp()

sealing.onError(failed)

const steps = ['show', 'seal', 'open'] as const

sealing.get(urls.followSeal, async (c) => {
  const it = await pageOfCase(c)
  return it instanceof Response ? it : c.html(<SealPage view={c.var.view} it={it} />)
})

sealing.post(urls.followSeal, async (c) => {
  const posted = await formOfCase(c)
  if (posted instanceof Response) return posted
  const { it, form } = posted
  const { m } = c.var.view
  // A receipt, and what it opens, are on this one answer, which nothing keeps.
  c.set('unkept', true)
  const typed = form.get('receipt')
  const again = { view: c.var.view, it, typed }
  if (!typed) return c.html(<SealPage {...again} wrong={m.follow.entry.empty} />, 422)
  if (!(await mayTry(c, c.env.limits.receipts)))
    return c.html(<SealPage {...again} wait={askToWait(c)} />, 429)

  const receipt = readReceipt(typed) ?? ''
  const [isOwn, details] = await Promise.all([
    isReceiptOf(c, it, receipt),
    sealedDetailsOf(c.var, it.subject, receipt),
  ])
  // By its own receipt what is whole opens.
  if (isOwn && it.subject.isSealed && !details) throw new Unreadable(it.case.id, 'changed')
  const step = steps.find((known) => known === form.get('step')) ?? 'show'
  // A second tap finds it as it was to be.
  if (isOwn && step !== 'show' && (step === 'seal') === it.subject.isSealed) return done(c, step)
  if (!isOwn || (step !== 'seal' && !details))
    return c.html(<SealPage {...again} wrong={m.follow.seal.wrong} />, 422)
  if (step === 'show') {
    const rows = filledIn(c.var.view, it).contact(details ?? {})
    return c.html(<ContactPage view={c.var.view} it={it} rows={rows} receipt={receipt} />)
  }
  const outcome = await performAsWorker(c.var, it.subject, `${step}_identity`, { receipt })
  if (outcome.ok) return done(c, step)
  if (outcome.why !== 'too_often')
    return c.html(<SealPage {...again} wait={m.follow.errors.notAllowed} />, 409)
  askUntilTomorrow(c)
  return c.html(<SealPage {...again} wait={m.follow.errors.tooOften} />, 429)
})

async function isReceiptOf(c: Context<AppEnv>, it: Followed, receipt: string): Promise<boolean> {
  return (await receiptHash(c.env.secrets.receipts, receipt)) === it.case.receiptHash
}

function done(c: Context<AppEnv>, step: 'seal' | 'open') {
  return c.redirect(urls.follow + query({ done: step === 'seal' ? 'sealed' : 'opened' }), 303)
}
