import type { Context } from 'hono'
import { loadByReceiptHash } from '../../cases/loading.ts'
import { askForNews } from '../../cases/news/asking-for-news.ts'
import { waysOf } from '../../cases/news/ways.ts'
import { isEndOf, receiptHash } from '../../cases/receipts.ts'
import { type AppEnv, factory } from '../../env.ts'
import { readForm } from '../../ui/form-body.ts'
import { newsMail } from '../../ui/news-fields.tsx'
import { problem } from '../../ui/problem.tsx'
import { query, urls } from '../../urls.ts'
import { GonePage } from './gone-page.tsx'
import { type Shown, shownReceipt } from './receipt-address.ts'
import { ReceiptPage } from './receipt-page.tsx'

/** What a worker takes away: his receipt, shown to the browser that filed and for half an hour only. */
export const receipt = factory.createApp()

receipt.use(`${urls.receipt}/*`, async (c, next) => {
  await next()
  c.header('Cache-Control', 'no-store')
})

receipt.get(urls.receipt, async (c) => {
  const shown = await shownReceipt(c, c.req.query('of') ?? '')
  if (!shown) return c.html(<GonePage view={c.var.view} />)
  return page(c, shown, { stage: stageOf(c.req.query('kept')) })
})

receipt.post(urls.receiptConfirmation, async (c) => {
  const form = await readForm(c)
  if (!form) return problem(c, 'badRequest')
  const of = form.get('of')
  const shown = await shownReceipt(c, of)
  if (!shown) return c.html(<GonePage view={c.var.view} />)
  const typed = form.get('last')
  if (!isEndOf(shown.receipt, typed)) return page(c, shown, { stage: 'wrong', typed }, 422)
  return c.redirect(urls.receipt + query({ of, kept: 'yes' }), 303)
})

/** Where he wants to be told that there is news; the page says so from then on. */
receipt.post(urls.receiptNews, async (c) => {
  const form = await readForm(c)
  if (!form) return problem(c, 'badRequest')
  const of = form.get('of')
  const kept = form.get('kept')
  const shown = await shownReceipt(c, of)
  const filed = shown && (await filedBy(c, shown))
  if (!shown || !filed) return c.html(<GonePage view={c.var.view} />)
  const words = c.var.view.m.news
  const again = (error: string, status: 409 | 422 | 429) => {
    const newsAttempt = { typed: form.get(newsMail), error }
    return page(c, shown, { stage: stageOf(kept), newsAttempt }, status)
  }
  const target = form.mailbox(newsMail)
  if (!target) return again(words.notAnAddress, 422)
  const asked = await askForNews(c.var, filed, { kind: 'mail', target })
  if (asked.ok) return c.redirect(urls.receipt + query({ of, kept }), 303)
  if (asked.why === 'not_allowed') return problem(c, 'forbidden')
  return asked.why === 'too_often' ? again(words.tooOften, 429) : again(words.conflict, 409)
})

type Stage = Parameters<typeof ReceiptPage>[0]['stage']

const stageOf = (kept: string | undefined): Stage => (kept === 'yes' ? 'kept' : 'open')

const filedBy = async (c: Context<AppEnv>, shown: Shown) =>
  loadByReceiptHash(c.var, await receiptHash(c.env.secrets.receipts, shown.receipt))

async function page(
  c: Context<AppEnv>,
  shown: Shown,
  said: { stage: Stage; typed?: string; newsAttempt?: { typed: string; error: string } },
  status: 200 | 409 | 422 | 429 = 200,
) {
  const filed = await filedBy(c, shown)
  // It was replaced meanwhile: what would be shown opens nothing any more.
  if (!filed) return c.html(<GonePage view={c.var.view} />)
  return c.html(
    <ReceiptPage
      view={c.var.view}
      settings={c.var.rules.settings}
      shown={shown}
      filed={filed}
      ways={await waysOf(c.var, filed)}
      origin={new URL(c.req.url).origin}
      {...said}
    />,
    status,
  )
}
