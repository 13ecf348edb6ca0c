import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { instant } from '../columns.ts'

/** Tables of better-auth beside `staff`. Its columns for addresses and browsers are left out: we keep neither. */

export const sessions = sqliteTable(
  'sessions',
  {
    id: text('id').primaryKey(),
    token: text('token').notNull(),
    userId: text('user_id').notNull(),
    expiresAt: instant('expires_at').notNull(),
    /** When the second factor was shown in this session; sign-off roles need it. */
    secondFactorAt: instant('second_factor_at'),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [uniqueIndex('sessions_token').on(t.token), index('sessions_user').on(t.userId)],
)

export const accounts = sqliteTable(
  'accounts',
  {
    id: text('id').primaryKey(),
    accountId: text('account_id').notNull(),
    providerId: text('provider_id').notNull(),
    userId: text('user_id').notNull(),
    accessToken: text('access_token'),
    refreshToken: text('refresh_token'),
    idToken: text('id_token'),
    accessTokenExpiresAt: instant('access_token_expires_at'),
    refreshTokenExpiresAt: instant('refresh_token_expires_at'),
    scope: text('scope'),
    password: text('password'),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [index('accounts_user').on(t.userId)],
)

export const verifications = sqliteTable(
  'verifications',
  {
    id: text('id').primaryKey(),
    identifier: text('identifier').notNull(),
    value: text('value').notNull(),
    expiresAt: instant('expires_at').notNull(),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [index('verifications_identifier').on(t.identifier)],
)

/** An authenticator app of a person: six digits from a shared secret and the time (RFC 6238). */
export const secondFactors = sqliteTable('second_factors', {
  staffId: text('staff_id').primaryKey(),
  /** Encrypted with AUTH_SECRET; null before a first code has shown that the app has it. */
  secret: text('secret'),
  /** A secret being set up beside it, encrypted alike. */
  pending: text('pending'),
  since: instant('since'),
  /** Keyed hashes of the codes on paper that are left; each works once. */
  backupCodes: text('backup_codes', { mode: 'json' }).$type<string[]>().notNull(),
  /** The time step of the last code taken: no code works twice. */
  lastStep: integer('last_step').notNull().default(0),
  wrongCodes: integer('wrong_codes').notNull().default(0),
  lockedUntil: instant('locked_until'),
})
