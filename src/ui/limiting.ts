import type { Context } from 'hono'
import { hmac } from '../db/hmac.ts'
import type { Limit, Platform } from '../platform/types.ts'

/**
 * Whether this client may try once more, or whether more may be tried on `subject`. The limit counts keyed
 * hashes, so that no address is handed on or kept.
 */
export async function mayTry<E extends { Bindings: Platform }>(
  c: Context<E>,
  limit: Limit,
  subject = c.env.addressOf(c.req.raw),
): Promise<boolean> {
  const key = await hmac(c.env.secrets.receipts, `client ${subject}`)
  return limit(key.slice(0, 32))
}
