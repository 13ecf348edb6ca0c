import type { Context } from 'hono'
import { loadByReceiptHash } from '../../cases/loading.ts'
import { isEndOf, receiptHash } from '../../cases/receipts.ts'
import { type AppEnv, factory } from '../../env.ts'
import { readForm } from '../../ui/form-body.ts'
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
  return page(c, shown, c.req.query('kept') === 'yes' ? 'kept' : 'open')
})

receipt.post(urls.receiptConfirmation, async (c) => {
  const form = await readForm(c)
  if (!form) return problem(c, 'badRequest')
  const of = form.get('of')
  const shown = await shownReceipt(c, of)
  if (!shown) return c.html(<GonePage view={c.var.view} />)
  const typed = form.get('last')
  if (!isEndOf(shown.receipt, typed)) return page(c, shown, 'wrong', typed)
  return c.redirect(urls.receipt + query({ of, kept: 'yes' }), 303)
})

async function page(c: Context<AppEnv>, shown: Shown, stage: 'open' | 'wrong' | 'kept', typed?: string) {
  const filed = await loadByReceiptHash(c.var, await receiptHash(c.env.secrets.receipts, shown.receipt))
  // It was replaced meanwhile: what would be shown opens nothing any more.
  if (!filed) return c.html(<GonePage view={c.var.view} />)
  return c.html(
    <ReceiptPage
      view={c.var.view}
      settings={c.var.rules.settings}
      shown={shown}
      filed={filed}
      stage={stage}
      typed={typed}
      origin={new URL(c.req.url).origin}
    />,
    stage === 'wrong' ? 422 : 200,
  )
}
