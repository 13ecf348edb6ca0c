import type { Context } from 'hono'

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
  const { success } = await limit.limit({ key: await keyOf(c, subject) })
  return success
}

function clientOf<E extends Keyed>(c: Context<E>): string {
  return c.req.header('cf-connecting-ip') ?? 'unknown'
}

async function keyOf<E extends Keyed>(c: Context<E>, subject: string): Promise<string> {
  const bytes = new TextEncoder()
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  const key = await crypto.subtle.importKey(
    'raw',
    bytes.encode(`client ${c.env.RECEIPT_SECRET}`),
    algorithm,
    false,
    ['sign'],
  )
  const mac = new Uint8Array(await crypto.subtle.sign('HMAC', key, bytes.encode(subject)))
  return Array.from(mac.subarray(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
