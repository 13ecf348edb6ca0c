import { createOTP } from '@better-auth/utils/otp'

/** Seconds for which a code is shown (RFC 6238). */
const period = 30

/** A fresh secret, and the same encrypted, as it is kept. */
export async function newSecret(key: string): Promise<string> {
  const { generateRandomString, symmetricEncrypt } = await import('better-auth/crypto')
  return symmetricEncrypt({ key, data: generateRandomString(32, 'a-z', 'A-Z', '0-9') })
}

/** What an authenticator app scans: `otpauth://…`, with the secret in base32. */
export async function appAddress(key: string, kept: string, issuer: string, account: string) {
  return createOTP(await secretOf(key, kept), { period }).url(issuer, account)
}

/**
 * The time step whose code this is: the present one or a neighbour, for clocks that are a little off.
 * Null when it is none of them.
 */
export async function stepOf(key: string, kept: string, code: string, now: Date): Promise<number | null> {
  const { constantTimeEqual } = await import('better-auth/crypto')
  const app = createOTP(await secretOf(key, kept), { period })
  const present = Math.floor(now.getTime() / 1000 / period)
  for (const step of [present, present - 1, present + 1]) {
    if (constantTimeEqual(await app.hotp(step), code)) return step
  }
  return null
}

async function secretOf(key: string, kept: string): Promise<string> {
  const { symmetricDecrypt } = await import('better-auth/crypto')
  return symmetricDecrypt({ key, data: kept })
}
