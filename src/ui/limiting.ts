import type { Context } from 'hono'
import { hmac } from '../db/hmac.ts'
import type { Limit, Platform } from '../platform/types.ts'
import { networkOf } from './network.ts'
import type { View } from './view.ts'

/** After so long a limit counts anew; the periods of the limits of a deployment are no longer. */
export const waitSeconds = 60

/**
 * Whether this client may try once more, or whether more may be tried on `subject`. The limit counts keyed
 * hashes, so that no address is handed on or kept.
 */
export async function mayTry<E extends { Bindings: Platform }>(
  c: Context<E>,
  limit: Limit,
  subject = networkOf(c.env.addressOf(c.req.raw)),
): Promise<boolean> {
  const key = await hmac(c.env.secrets.receipts, `client ${subject}`)
  return limit(key.slice(0, 32))
}

/** Counts a try on one account or mailbox first, then on the network, which many people may share. */
export async function mayTryToSignIn<E extends { Bindings: Platform }>(
  c: Context<E>,
  subject: string,
): Promise<boolean> {
  const { signIn, arrivals } = c.env.limits
  return (await mayTry(c, signIn, subject)) && (await mayTry(c, arrivals))
}

/** What whoever has to wait is told, on the page that keeps what he typed; machines read it in the head. */
export function askToWait<E extends { Variables: { view: View } }>(c: Context<E>): string {
  c.header('Retry-After', String(waitSeconds))
  return c.var.view.m.common.wait(waitSeconds)
}
