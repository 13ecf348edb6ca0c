import { hmac } from '../db/hmac.ts'

/**
 * What each form and link of a case's pages carries, so that it never reaches another case that was opened in
 * the same browser meanwhile. It opens nothing, and stays when the receipt is replaced.
 */
export async function caseMark(secret: string, caseId: string): Promise<string> {
  return (await hmac(secret, `case ${caseId}`)).slice(0, 24)
}

/** The same of a link that was followed, before anything is known of its case. */
export async function offerMark(secret: string, receiptHash: string): Promise<string> {
  return (await hmac(secret, `offer ${receiptHash}`)).slice(0, 24)
}
