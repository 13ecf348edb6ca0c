import { receiptFor, receiptHash } from '../cases/receipts.ts'
import { hmac } from '../db/hmac.ts'
import type { Visit } from './visit.ts'

/** A receipt that is offered in place of another one, and the mark by which its form says which one it showed. */
export interface Renewal {
  receipt: string
  hash: string
  mark: string
}

/**
 * The receipt that this visit offers in place of its own: the same one however often its page is loaded, and
 * another one for every other visit, so that whoever knows the old receipt does not know it.
 */
export async function renewalOf(secret: string, visit: Visit): Promise<Renewal> {
  const receipt = await receiptFor(secret, `renewal ${visit.receiptHash} ${visit.nonce}`)
  const hash = await receiptHash(secret, receipt)
  return { receipt, hash, mark: await renewalMark(secret, hash) }
}

/** What a form carries of the receipt that it showed. */
export async function renewalMark(secret: string, hash: string): Promise<string> {
  return (await hmac(secret, `renewal mark ${hash}`)).slice(0, 24)
}
