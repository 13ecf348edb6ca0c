import { eq } from 'drizzle-orm'
import type { Db } from '../db/client.ts'
import { organisations } from '../db/tables/orgs.ts'
import type { Bilingual } from '../db/vocabulary.ts'

/** An organisation by its id, with its place in the tree; null where there is none. */
export async function organisationById(
  db: Db,
  wanted: string,
): Promise<{ id: string; path: string; name: Bilingual } | null> {
  const { id, path, name } = organisations
  const [found] = await db.select({ id, path, name }).from(organisations).where(eq(id, wanted))
  return found ?? null
}
