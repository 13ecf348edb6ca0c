import type { Context } from 'hono'
import { readReceipt, receiptFault, receiptHash } from '../cases/receipts.ts'
import { type AppEnv, factory } from '../env.ts'
import { readForm } from '../ui/form-body.ts'
import { askToWait, mayTry } from '../ui/limiting.ts'
import { problem } from '../ui/problem.tsx'
import { patterns, urls } from '../urls.ts'
import { offerMark } from './case-mark.ts'
import { EntryPage } from './entry-page.tsx'
import { OpeningPage } from './opening-page.tsx'
import { keepTyped, newVisit, offer, offerOf, openVisit, visitOf, withdrawOffer } from './visit.ts'

/**
 * A receipt that is typed opens its case; one that comes in a link asks first. Links come from anywhere, and
 * whoever writes to the union must not find himself in a case that another person opened for him.
 */
export const opening = factory.createApp()

opening.post(urls.follow, async (c) => {
  const form = await readForm(c)
  if (!form) return problem(c, 'badRequest')
  const typed = form.get('receipt')
  if (!typed) return c.html(<EntryPage view={c.var.view} wrong="empty" />, 422)
  const receipt = readReceipt(typed)
  if (!receipt) return unreadable(c, typed, 422)
  const hash = await tried(c, receipt)
  if (!hash) return tooMany(c, typed)
  await openVisit(c, newVisit(hash))
  await keepTyped(c, typed)
  return c.redirect(urls.follow, 303)
})

opening.get(patterns.followLink, async (c) => {
  const typed = c.req.param('receipt')
  const receipt = readReceipt(typed)
  if (!receipt) return unreadable(c, typed, 404)
  const hash = await tried(c, receipt)
  if (!hash) return tooMany(c, typed)
  await offer(c, hash)
  return c.redirect(urls.followOpening, 303)
})

opening.get(urls.followOpening, async (c) => {
  const hash = await offerOf(c)
  if (!hash) return c.redirect(urls.follow, 303)
  const visit = await visitOf(c)
  return page(c, hash, visit && visit.receiptHash !== hash ? 'open' : 'nothing')
})

opening.post(urls.followOpening, async (c) => {
  const form = await readForm(c)
  if (!form) return problem(c, 'badRequest')
  const hash = await offerOf(c)
  // A second tap finds the case open already.
  if (!hash) return c.redirect(urls.follow, 303)
  if (form.get('of') !== (await offerMark(c.env.secrets.receipts, hash))) return page(c, hash, 'other_link')
  withdrawOffer(c)
  await openVisit(c, newVisit(hash))
  return c.redirect(urls.follow, 303)
})

/** What cannot be a receipt opens nothing, and who typed it is told at once what is wrong with it. */
const unreadable = (c: Context<AppEnv>, typed: string, status: 404 | 422) =>
  c.html(<EntryPage view={c.var.view} typed={typed} wrong={receiptFault(typed)} />, status)

/** What was typed stays in its field until he may try again. */
const tooMany = (c: Context<AppEnv>, typed: string) =>
  c.html(<EntryPage view={c.var.view} typed={typed} wait={askToWait(c)} />, 429)

async function page(c: Context<AppEnv>, hash: string, meanwhile: 'nothing' | 'open' | 'other_link') {
  const mark = await offerMark(c.env.secrets.receipts, hash)
  const status = meanwhile === 'other_link' ? 409 : 200
  return c.html(<OpeningPage view={c.var.view} mark={mark} meanwhile={meanwhile} />, status)
}

/**
 * What is kept of a receipt that somebody tries, or null where he tried too often. One and the same for a
 * right and a wrong receipt: nothing is looked up before the next request.
 */
async function tried(c: Context<AppEnv>, receipt: string): Promise<string | null> {
  if (!(await mayTry(c, c.env.limits.receipts))) return null
  return receiptHash(c.env.secrets.receipts, receipt)
}
