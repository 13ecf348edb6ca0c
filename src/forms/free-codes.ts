import { inArray } from 'drizzle-orm'
import type { Db } from '../db/client.ts'
import { listed } from '../db/listed.ts'
import { sites } from '../db/tables/forms.ts'
import { newSiteCode } from './site-codes.ts'

/** So many codes that no site has; fewer where nearly all that were drawn are taken. */
export async function freeCodes(db: Db, count: number): Promise<string[]> {
  const drawn = [...new Set(Array.from({ length: count + 4 + count / 4 }, newSiteCode))]
  const rows = await db
    .select({ code: sites.code })
    .from(sites)
    .where(inArray(sites.code, listed(drawn)))
  const taken = new Set(rows.map(({ code }) => code))
  return drawn.filter((code) => !taken.has(code)).slice(0, count)
}
