/**
 * The part of `urls.mailChoice` that names a person: whoever holds it may choose what this person gets by
 * mail, and nothing else. It does not expire, because old mails keep their link.
 */
export async function mailChoiceToken(secret: string, staffId: string): Promise<string> {
  const signature = await crypto.subtle.sign('HMAC', await keyOf(secret), messageOf(staffId))
  return `${staffId}.${toBase64Url(new Uint8Array(signature))}`
}

/** The id of the person a token was made for, or null when it was not made here. */
export async function staffOfChoiceToken(secret: string, token: string): Promise<string | null> {
  const [staffId, signature, ...more] = token.split('.')
  const bytes = signature === undefined ? null : fromBase64Url(signature)
  if (!staffId || !bytes || more.length > 0) return null
  const genuine = await crypto.subtle.verify('HMAC', await keyOf(secret), bytes, messageOf(staffId))
  return genuine ? staffId : null
}

function keyOf(secret: string) {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  return crypto.subtle.importKey('raw', new TextEncoder().encode(secret), algorithm, false, [
    'sign',
    'verify',
  ])
}

function messageOf(staffId: string) {
  return new TextEncoder().encode(`mail choice of ${staffId}`)
}

function toBase64Url(bytes: Uint8Array): string {
  const base64 = btoa(String.fromCharCode(...bytes))
  return base64.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> | null {
  try {
    const bytes = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
    return Uint8Array.from(bytes, (character) => character.charCodeAt(0))
  } catch {
    return null
  }
}
