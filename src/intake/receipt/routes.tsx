import type { Context } from 'hono'
import { loadByReceiptHash } from '../../cases/loading.ts'
import { receiptHash } from '../../cases/receipts.ts'
import { type AppEnv, factory } from '../../env.ts'
import { readForm } from '../../ui/form-body.ts'
import { problem } from '../../ui/problem.tsx'
import { query, urls } from '../../urls.ts'
import { type Kept, keptReceipt } from './receipt-cookie.ts'
import { GonePage, ReceiptPage } from './receipt-page.tsx'

/** What a worker takes away: his receipt, shown to the browser that filed and for half an hour only. */
export const receipt = factory.createApp()

receipt.use(`${urls.receipt}/*`, async (c, next) => {
  await next()
  c.header('Cache-Control', 'no-store')
})

receipt.get(urls.receipt, async (c) => {
  const kept = await keptReceipt(c)
  if (!kept) return c.html(<GonePage view={c.var.view} />)
  return page(c, kept, c.req.query('kept') === 'yes' ? 'kept' : 'open')
})

receipt.post(urls.receiptConfirmation, async (c) => {
  const kept = await keptReceipt(c)
  if (!kept) return c.html(<GonePage view={c.var.view} />)
  const form = await readForm(c)
  if (!form) return problem(c, 'badRequest')
  const typed = form.get('last').normalize('NFKC').toUpperCase().replace(/\s/g, '')
  if (typed !== kept.receipt.slice(-4)) return page(c, kept, 'wrong')
  return c.redirect(urls.receipt + query({ kept: 'yes' }), 303)
})

async function page(c: Context<AppEnv>, kept: Kept, stage: 'open' | 'wrong' | 'kept') {
  const found = await loadByReceiptHash(c.var.db, await receiptHash(c.env.secrets.receipts, kept.receipt))
  return c.html(
    <ReceiptPage
      view={c.var.view}
      settings={c.var.rules.settings}
      kept={kept}
      filed={found}
      stage={stage}
      origin={new URL(c.req.url).origin}
    />,
    stage === 'wrong' ? 422 : 200,
  )
}
