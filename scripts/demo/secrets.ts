import { type Keyring, newKeyring } from '../../src/encryption/keyring.ts'
import { filesIn } from '../../src/platform/r2-files.ts'
import { type SecretVariables, secretsOf } from '../../src/platform/secrets.ts'

/** What the demo is written with: that of the service that is to read it. */
export interface Secrets {
  receiptSecret: string
  searchSecret: string
  keys: Keyring
}

export function demoSecrets(variables: SecretVariables, files: R2Bucket): Secrets {
  const secrets = secretsOf(variables)
  return {
    receiptSecret: secrets.receipts,
    searchSecret: secrets.search,
    keys: newKeyring(secrets, filesIn(files)),
  }
}
