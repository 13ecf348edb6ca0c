import { eq } from 'drizzle-orm'
import type { Db } from '../db/client.ts'
import { formVersions } from '../db/tables/forms.ts'

const most = 100
const kept = new Map<string, unknown>()

/** The definition of a published version, read once by each isolate: it never changes. Undefined where none is. */
export async function keptDefinition(db: Db, versionId: string): Promise<unknown> {
  const found = kept.get(versionId)
  if (found !== undefined) return found
  const { definition } = formVersions
  const [row] = await db.select({ definition }).from(formVersions).where(eq(formVersions.id, versionId))
  if (row === undefined) return undefined
  const [oldest] = kept.keys()
  if (kept.size >= most && oldest) kept.delete(oldest)
  kept.set(versionId, row.definition)
  return row.definition
}

/** For tests, which begin with another database. */
export function forgetDefinitions(): void {
  kept.clear()
}
