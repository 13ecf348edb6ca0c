import { base32 } from '@better-auth/utils/base32'
import { createOTP } from '@better-auth/utils/otp'

/** The authenticator app: has scanned an `otpauth:` address, and knows the time. */
export function authenticator(address: string, clock: () => Date): () => Promise<string> {
  const key = base32.decode(new URL(address).searchParams.get('secret') ?? '')
  const otp = createOTP(new TextDecoder().decode(key))
  return () => otp.hotp(Math.floor(clock().getTime() / 30_000))
}
