import type { Context } from 'hono'
import { hmac } from '../db/hmac.ts'

interface Keyed {
  Bindings: { RECEIPT_SECRET: string }
}

/**
 * Whether this client may try once more, or whether more may be tried on `subject`. The limit counts keyed
 * hashes, so that no address is handed on or kept.
 */
export async function mayTry<E extends Keyed>(
  c: Context<E>,
  limit: RateLimit,
  subject = clientOf(c),
): Promise<boolean> {
  const key = await hmac(c.env.RECEIPT_SECRET, `client ${subject}`)
  const { success } = await limit.limit({ key: key.slice(0, 32) })
  return success
}

function clientOf<E extends Keyed>(c: Context<E>): string {
  return c.req.header('cf-connecting-ip') ?? 'unknown'
}
