import { randomBytes } from 'node:crypto'
import { secretNames as required } from '../src/platform/secrets.ts'

/** What this machine or a deployment makes up by itself; the token opens /setup once. */
export const secretNames = [...required, 'SETUP_TOKEN']

/** A value nobody can guess, that survives being pasted into a file or an address. */
export function newSecret() {
  return randomBytes(32).toString('base64url')
}
