import type { Context } from 'hono'
import { getSignedCookie, setSignedCookie } from 'hono/cookie'
import type { AppEnv } from '../../env.ts'
import { cookieAttributes, filedCookie } from '../../ui/cookies.ts'

const minutes = 30

/** What came of sending: a new case, the same thing sent twice, or other answers with a key used before. */
export type Came = 'new' | 'same' | 'different'

export interface Kept {
  receipt: string
  came: Came
}

/** Lets this browser see its receipt for half an hour, on the receipt page only. */
export async function keepReceipt(c: Context<AppEnv>, { receipt, came }: Kept): Promise<void> {
  const endsAt = c.var.now.getTime() + minutes * 60_000
  await setSignedCookie(c, filedCookie.name, `${receipt}.${came}.${endsAt}`, secretOf(c), {
    ...cookieAttributes(c, filedCookie.path),
    maxAge: minutes * 60,
  })
}

/** The receipt this browser may still see, or null. */
export async function keptReceipt(c: Context<AppEnv>): Promise<Kept | null> {
  const value = await getSignedCookie(c, secretOf(c), filedCookie.name)
  if (!value) return null
  const [receipt, came, endsAt] = value.split('.')
  return receipt && Number(endsAt) > c.var.now.getTime() ? { receipt, came: came as Came } : null
}

const secretOf = (c: Context<AppEnv>) => `filed ${c.env.secrets.receipts}`
