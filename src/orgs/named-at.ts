import { eq } from 'drizzle-orm'
import type { Db } from '../db/client.ts'
import { organisations } from '../db/tables/orgs.ts'
import type { Bilingual } from '../db/vocabulary.ts'

/** What the organisation at a path is called; null where there is none. */
export async function nameAt(db: Db, path: string): Promise<Bilingual | null> {
  const row = await db
    .select({ name: organisations.name })
    .from(organisations)
    .where(eq(organisations.path, path))
    .get()
  return row?.name ?? null
}
