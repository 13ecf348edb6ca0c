import { eq } from 'drizzle-orm'
import { identities } from '../db/tables/submissions.ts'
import type { Subject } from '../engine/process.ts'
import type { Scene } from '../orgs/scene.ts'

export type Details = Record<string, string>

/**
 * What names a worker; null where nothing does. Of the union nobody is shown it but through a look that left its event,
 * or as the worker agreed.
 */
export async function detailsOf(
  { db }: Pick<Scene, 'db'>,
  { case: { id }, cipher }: Pick<Subject, 'case' | 'cipher'>,
): Promise<Details | null> {
  const [row] = await db.select().from(identities).where(eq(identities.caseId, id))
  return row ? cipher.decryptJson<Details>(identities.details, id, row.details) : null
}
