import type { Context } from 'hono'
import { receiptOf } from '../../cases/sent-before.ts'
import { hmac, isHmac } from '../../db/hmac.ts'
import type { AppEnv } from '../../env.ts'
import { query, urls } from '../../urls.ts'
import { keptFiler } from '../form/filer.ts'

const minutes = 30

/** A receipt that this browser may see, and the part of its address that says which of those it sent. */
export interface Shown {
  receipt: string
  of: string
  /** It was sent once before, in the same words. */
  again: boolean
}

/**
 * Where the browser that sent a form sees its receipt, for half an hour. The address tells one filing from
 * another, in two tabs as well; without the cookie of its browser it shows nothing, so it may stay in a history.
 */
export async function addressOfReceipt(
  c: Context<AppEnv>,
  { key, again }: { key: string; again: boolean },
): Promise<string> {
  const content = `${key}.${(c.var.now.getTime() + minutes * 60_000).toString(36)}`
  const of = `${content}.${await hmac(c.env.secrets.receipts, signed(content))}`
  return urls.receipt + query({ of, again: again ? 'yes' : undefined })
}

/** The receipt that this browser may still see there, or null. */
export async function shownReceipt(c: Context<AppEnv>, of: string): Promise<Shown | null> {
  const filer = await keptFiler(c)
  const at = of.lastIndexOf('.')
  const content = of.slice(0, at)
  const { receipts: receiptSecret } = c.env.secrets
  if (!filer || !(await isHmac(receiptSecret, signed(content), of.slice(at + 1)))) return null
  const [key = '', endsAt = ''] = content.split('.')
  if (Number.parseInt(endsAt, 36) <= c.var.now.getTime()) return null
  const receipt = await receiptOf({ receiptSecret, key }, filer)
  return { receipt, of, again: c.req.query('again') === 'yes' }
}

const signed = (content: string) => `receipt shown ${content}`
