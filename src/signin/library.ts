import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import { betterAuth } from 'better-auth/minimal'
import { emailOTP } from 'better-auth/plugins/email-otp'
import type { Db } from '../db/client.ts'
import { staff } from '../db/tables/orgs.ts'
import { accounts, sessions, verifications } from '../db/tables/signin.ts'
import { logFailure } from '../log.ts'
import type { cookieAttributes } from '../ui/cookies.ts'
import { open, seal } from './one-code.ts'

interface House {
  db: Db
  secret: string
  origin: string
  cookie: { name: string; attributes: Omit<ReturnType<typeof cookieAttributes>, 'prefix'>; days: number }
  code: { digits: number; minutes: number; attempts: number }
  background: (work: Promise<unknown>) => void
}

/** better-auth over our tables. Imported by `auth.ts` only, and only when somebody signs in. */
export function libraryOf({ db, secret, origin, cookie, code, background }: House) {
  return betterAuth({
    appName: 'Huying',
    baseURL: origin,
    secret,
    database: drizzleAdapter(db, {
      provider: 'sqlite',
      schema: { staff, sessions, accounts, verifications },
    }),
    user: { modelName: 'staff' },
    session: { modelName: 'sessions', expiresIn: cookie.days * 86_400, disableSessionRefresh: true },
    account: { modelName: 'accounts' },
    verification: { modelName: 'verifications' },
    plugins: [
      emailOTP({
        disableSignUp: true,
        otpLength: code.digits,
        expiresIn: code.minutes * 60,
        allowedAttempts: code.attempts,
        // They are made and handed out in `one-code.ts`, in the same cipher.
        storeOTP: { encrypt: (digits) => seal(secret, digits), decrypt: (kept) => open(secret, kept) },
        // We mail codes ourselves: this would first look whether somebody has the mailbox, and do less if not.
        sendVerificationOTP: async () => undefined,
      }),
    ],
    // The tables have no columns for either; a session is known by when it began.
    databaseHooks: {
      session: { create: { before: async () => ({ data: { ipAddress: undefined, userAgent: undefined } }) } },
    },
    advanced: {
      database: { validateSchema: false }, // it would miss those two columns
      useSecureCookies: false, // would only prefix the name; the attribute is ours
      cookies: { session_token: { name: cookie.name, attributes: cookie.attributes } },
      ipAddress: { disableIpTracking: true },
      backgroundTasks: { handler: background },
    },
    telemetry: { enabled: false },
    logger: { level: 'error', log: (_level, message, error) => logFailure(wordsOf(message), error) },
  })
}

/** What it says by itself; where it hands over an error instead, that may hold what a statement was given. */
const wordsOf = (message: unknown) => `Signing in: ${typeof message === 'string' ? message : 'an error'}`
