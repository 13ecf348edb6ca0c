import { createFactory } from 'hono/factory'
import * as v from 'valibot'
import type { Db } from './db/client.ts'
import type { Rules } from './orgs/rules.ts'
import type { Staff } from './orgs/staff.ts'
import type { View } from './ui/view.ts'

export interface Bindings {
  DB: D1Database
  WAKE: Queue<WakeMessage>
  EMAIL: SendEmail
  FILING_LIMIT: RateLimit
  RECEIPT_LIMIT: RateLimit
  SIGN_IN_LIMIT: RateLimit
  VERSION: WorkerVersionMetadata
  ASSETS?: Fetcher
  /** Only from the local run's `.dev.vars`. */
  DEMO?: string
  AUTH_SECRET: string
  RECEIPT_SECRET: string
  SETUP_TOKEN?: string
  SMTP_PASSWORD?: string
}

export type WakeMessage = { kind: 'deliveries' } | { kind: 'digest' }

interface Variables {
  now: Date
  db: Db
  rules: Rules
  view: View
}

/** What a handler of a public page finds. */
export interface AppEnv {
  Bindings: Bindings
  Variables: Variables
}

/** What a handler behind `signedIn` finds besides: the person who is in. */
export interface StaffEnv {
  Bindings: Bindings
  Variables: Variables & { staff: Staff }
}

export const factory = createFactory<AppEnv>()
export const staffFactory = createFactory<StaffEnv>()

const secret = v.pipe(v.string(), v.minLength(32))
const secrets = v.object({ AUTH_SECRET: secret, RECEIPT_SECRET: secret })

/** The secrets without which the Worker does not start. */
export const secretNames = Object.keys(secrets.entries)

const checked = new WeakSet<object>()

/** Names every secret that is missing or shorter than 32 characters; free after the first request. */
export function checkBindings(env: Bindings): void {
  if (checked.has(env)) return
  const result = v.safeParse(secrets, env)
  if (!result.success) {
    const names = result.issues.map((issue) => v.getDotPath(issue)).join(', ')
    throw new Error(
      `Missing or too short (32 characters): ${names}. Set them with \`npx wrangler secret put\`.`,
    )
  }
  checked.add(env)
}
