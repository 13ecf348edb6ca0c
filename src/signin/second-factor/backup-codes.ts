const count = 8

/** Codes for paper, of ten characters without look-alikes, and the keyed hashes that are kept of them. */
export async function newBackupCodes(key: string): Promise<{ codes: string[]; hashes: string[] }> {
  const codes = Array.from({ length: count }, newCode)
  return { codes, hashes: await Promise.all(codes.map((code) => hashOf(key, code))) }
}

/** The keyed hash of a code as somebody typed it. */
export async function hashOf(key: string, typed: string): Promise<string> {
  const { makeSignature } = await import('better-auth/crypto')
  return makeSignature(`backup code ${typed.toUpperCase().replace(/[^0-9A-Z]/g, '')}`, key)
}

function newCode(): string {
  const alphabet = '23456789CFGHJMPQRVWX'
  // 240 is the greatest multiple of 20 in a byte: what is above would favour some characters.
  const bytes = crypto.getRandomValues(new Uint8Array(64)).filter((byte) => byte < 240)
  const characters = Array.from(bytes.subarray(0, 10), (byte) => alphabet[byte % 20]).join('')
  return `${characters.slice(0, 5)}-${characters.slice(5)}`
}
