import { randomBytes } from 'node:crypto'
import { secretNames as required } from '../src/platform/secrets.ts'

/** What this machine or a deployment makes up by itself; the token opens /setup once. */
export const secretNames = [...required, 'SETUP_TOKEN']

/** The two places of the secret of cases; the second one only while it is replaced (`npm run keys:rotate`). */
export const caseSecretNames = ['CASE_SECRET', 'CASE_SECRET_OTHER']

/**
 * A value nobody can guess, that survives being pasted into a file or an address. That of cases begins with the time
 * from which it writes: of two the newest whose time has come.
 */
export function newSecret(name, at = new Date()) {
  const random = randomBytes(32).toString('base64url')
  return caseSecretNames.includes(name) ? `${at.toISOString()}.${random}` : random
}
