import { urls } from '../../../src/urls.ts'
import type { Huying } from '../../support/huying.ts'
import type { Traveller } from './traveller.ts'

const plain = { danger: 'no', matter: 'wages', mode: 'complaint', named: 'no', agreed: 'yes' }

/** A worker files at a site, without a name where he says none; answers his receipt, which is on his page. */
export async function fileAt(worker: Traveller, site: string, said: Record<string, string>): Promise<string> {
  await worker.open(site)
  await worker.send(site, { ...plain, ...said })
  await worker.send(site)
  return receiptOn(worker)
}

export async function receiptOn({ page }: Pick<Traveller, 'page'>): Promise<string> {
  return (await page.locator('.code').innerText()).replace(/\s/g, '')
}

/** He says that he has kept it, and opens the page of his case by it. */
export async function followBy(worker: Traveller, receipt: string): Promise<void> {
  await worker.send(urls.receiptConfirmation, { last: receipt.slice(-4) })
  await worker.open(urls.follow)
  await worker.send(urls.follow, { receipt })
}

/** What was filed last. */
export async function lastFiled({ d1 }: Huying): Promise<{ number: number; id: string }> {
  const found = await d1
    .prepare(
      'select number, cases.id from cases join case_events on case_id = cases.id and seq = 1 order by at desc limit 1',
    )
    .first<{ number: number; id: string }>()
  return found ?? { number: 0, id: '' }
}
