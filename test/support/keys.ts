import { env } from 'cloudflare:workers'
import { keyringOf } from '../../src/encryption/keyring.ts'
import { filesIn } from '../../src/platform/r2-files.ts'
import { secretsOf } from '../../src/platform/secrets.ts'
import { testBindings } from './bindings.ts'
import type {} from './test-env.ts'

/** The keys of the service under test. */
export const keys = keyringOf({ secrets: secretsOf(testBindings), files: filesIn(env.FILES) })
