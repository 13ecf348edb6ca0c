import type { Context } from 'hono'
import { type Filer, senderOf } from '../../cases/sent-before.ts'
import type { AppEnv } from '../../env.ts'
import { logFailure } from '../../log.ts'
import type { Token } from './token.ts'

const aDay = 24 * 3_600_000

/** Whoever opened the form while it took something has a day to finish; what is closed gives out no token. */
export function mayFinish(c: Context<AppEnv>, token: Token | null): boolean {
  return token !== null && c.var.now.getTime() - token.openedAt.getTime() < aDay
}

/** Where nobody can tell, because the database is away, typed words go before. */
export async function senderBefore(c: Context<AppEnv>, { key }: Pick<Token, 'key'>, filer: Filer) {
  try {
    return await senderOf(c.var, { receiptSecret: c.env.secrets.receipts, key }, filer)
  } catch (error) {
    logFailure('A form could not be taken', error)
    return 'nobody'
  }
}

export function isTooFast(c: Context<AppEnv>, { openedAt }: Pick<Token, 'openedAt'>): boolean {
  const seconds = (c.var.now.getTime() - openedAt.getTime()) / 1000
  return seconds < c.var.rules.settings.minimumFillSeconds
}
