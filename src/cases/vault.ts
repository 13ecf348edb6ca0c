import { eq } from 'drizzle-orm'
import { identities } from '../db/tables/submissions.ts'
import type { Scene } from '../orgs/scene.ts'

export type Details = Record<string, string>

/** What names a worker; null where nothing does. Whoever of the union asks has left a reason before. */
export async function detailsOf({ db }: Pick<Scene, 'db'>, caseId: string): Promise<Details | null> {
  const [row] = await db.select().from(identities).where(eq(identities.caseId, caseId))
  return row?.details ?? null
}
