import { eq } from 'drizzle-orm'
import { identities } from '../db/tables/submissions.ts'
import type { Scene } from '../orgs/scene.ts'

export type Details = Record<string, string>

/** What names a worker; null where nothing does. Of the union nobody asks but through a look that left its event. */
export async function detailsOf({ db }: Pick<Scene, 'db'>, caseId: string): Promise<Details | null> {
  const [row] = await db.select().from(identities).where(eq(identities.caseId, caseId))
  return row?.details ?? null
}
