import { eq, sql } from 'drizzle-orm'
import type { Context } from 'hono'
import { randomHex } from '../db/hex.ts'
import { digest } from '../db/hmac.ts'
import { insertSelect } from '../db/insert-select.ts'
import { seal, unseal } from '../db/sealing.ts'
import { kept } from '../db/tables/keeping.ts'
import type { AppEnv } from '../env.ts'
import { logFailure } from '../log.ts'
import type { Scene } from '../orgs/scene.ts'
import { browserSecret } from './browser.ts'

/** More are not kept at a time, however many send: whoever comes then is answered without. */
const most = 2000

/**
 * Keeps a text for this browser, for so many minutes. Answers its name in an address; null where the browser keeps
 * no cookies, where there are too many by now, or where the database is away: then nothing can be asked for later.
 */
export async function keepEntry<E extends AppEnv>(
  c: Context<E>,
  text: string,
  minutes: number,
): Promise<string | null> {
  const secret = await browserSecret(c)
  if (!secret) return null
  const name = randomHex()
  try {
    const row = {
      id: await idOf(secret, name),
      sealed: await seal(`${secret} ${name}`, text),
      endsAt: new Date(c.var.now.getTime() + minutes * 60_000),
    }
    const room = sql`where (select coalesce(max(rowid) - min(rowid), 0) from kept) < ${most}`
    const [written] = await insertSelect(c.var.db, kept, row, room).returning({ id: kept.id })
    return written ? name : null
  } catch (error) {
    logFailure('What was typed could not be kept', error)
    return null
  }
}

/** What was kept under this name for this browser; null for every other one, and once its time is over. */
export async function readEntry(c: Context<AppEnv>, name: string): Promise<string | null> {
  const secret = await browserSecret(c)
  if (!secret || !/^[0-9a-f]{32}$/.test(name)) return null
  const row = await c.var.db
    .select()
    .from(kept)
    .where(eq(kept.id, await idOf(secret, name)))
    .get()
  return row && row.endsAt > c.var.now ? unseal(`${secret} ${name}`, row.sealed) : null
}

/** Forgets what is over; of the few that there are at any time each is looked at. */
export async function forgetEntries({ db, now }: Pick<Scene, 'db' | 'now'>): Promise<void> {
  await db.delete(kept).where(sql`ends_at <= ${now.getTime()}`)
}

const idOf = (secret: string, name: string) => digest(`kept ${secret} ${name}`)
