import { hmac, isHmac } from '../db/hmac.ts'

/**
 * The part of `urls.mailChoice` that names a person: whoever holds it may choose what this person gets by
 * mail, and nothing else. It does not expire, because old mails keep their link.
 */
export async function mailChoiceToken(secret: string, staffId: string): Promise<string> {
  return `${staffId}.${await hmac(secret, signed(staffId))}`
}

/** The id of the person a token was made for, or null when it was not made here. */
export async function staffOfChoiceToken(secret: string, token: string): Promise<string | null> {
  const [, staffId, signature = ''] = /^(.+)\.(\w+)$/.exec(token) ?? []
  return staffId && (await isHmac(secret, signed(staffId), signature)) ? staffId : null
}

const signed = (staffId: string) => `mail choice of ${staffId}`
