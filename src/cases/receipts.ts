import { codeOf } from '../db/codes.ts'
import { hmac } from '../db/hmac.ts'
import { type CodeFault, codeFault, readCode } from '../typed/code.ts'

const receiptLength = 16

/** The receipt of an idempotency key, so that a retry shows the same one; 69 bits. */
export async function receiptFor(secret: string, key: string): Promise<string> {
  return codeOf(BigInt(`0x${await hmac(secret, `receipt:${key}`)}`), receiptLength)
}

/** What the database keeps of a receipt. */
export async function receiptHash(secret: string, receipt: string): Promise<string> {
  return hmac(secret, `hash:${receipt}`)
}

/**
 * The id of the case that a form with this idempotency key becomes: sent again, it finds itself. It yields neither
 * key nor receipt, and none can be made without the secret; 128 bits.
 */
export async function caseIdFor(secret: string, key: string): Promise<string> {
  return (await hmac(secret, `case:${key}`)).slice(0, 32)
}

/** A receipt as people type it, or null when it cannot be one. */
export function readReceipt(typed: string): string | null {
  return readCode(typed, receiptLength)
}

/** Why what was typed cannot be a receipt. */
export function receiptFault(typed: string): CodeFault {
  return codeFault(typed, receiptLength)
}

/** Whether somebody who was asked for the last four characters of a receipt has it before him. */
export function isEndOf(receipt: string, typed: string): boolean {
  return readCode(typed, 4) === receipt.slice(-4) || readReceipt(typed) === receipt
}

/** A receipt as it is shown: four groups of four. */
export function receiptGroups(receipt: string): string[] {
  return receipt.match(/.{4}/g) ?? []
}
