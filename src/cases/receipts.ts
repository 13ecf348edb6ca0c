import { hmac } from '../db/hmac.ts'

/** Open Location Code's alphabet: no vowels, no look-alikes. */
const alphabet = '23456789CFGHJMPQRVWX'
const receiptLength = 16

/** The receipt of an idempotency key, so that a retry shows the same one; 69 bits. */
export async function receiptFor(secret: string, key: string): Promise<string> {
  let rest = BigInt(`0x${await hmac(secret, `receipt:${key}`)}`)
  let receipt = ''
  for (let place = 0; place < receiptLength; place += 1) {
    receipt += alphabet[Number(rest % 20n)]
    rest /= 20n
  }
  return receipt
}

/** What the database keeps of a receipt. */
export async function receiptHash(secret: string, receipt: string): Promise<string> {
  return hmac(secret, `hash:${receipt}`)
}

/** What the database keeps of an idempotency key, so that a row never yields its receipt. */
export async function keyDigest(secret: string, key: string): Promise<string> {
  return hmac(secret, `key:${key}`)
}

/** A receipt as people type it, or null when it cannot be one. */
export function readReceipt(typed: string): string | null {
  return readCode(typed, receiptLength)
}

/** A code of our alphabet as people type it: any case, any width, with spaces or hyphens. */
export function readCode(typed: string, length: number): string | null {
  const code = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}_.]/gu, '')
  return code.length === length && [...code].every((letter) => alphabet.includes(letter)) ? code : null
}

/** A new random code, for a site. */
export function newCode(length: number, random: (bytes: Bytes) => Bytes = fillRandom): string {
  let code = ''
  while (code.length < length) {
    // Bytes past the last whole multiple of 20 would make some letters likelier.
    for (const byte of random(new Uint8Array(length))) {
      if (byte < 240 && code.length < length) code += alphabet[byte % 20]
    }
  }
  return code
}

/** A receipt as it is shown: four groups of four. */
export function receiptGroups(receipt: string): string[] {
  return receipt.match(/.{4}/g) ?? []
}

type Bytes = Uint8Array<ArrayBuffer>

function fillRandom(bytes: Bytes): Bytes {
  return crypto.getRandomValues(bytes)
}
