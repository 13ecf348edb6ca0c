import { eq } from 'drizzle-orm'
import type { Db } from '../db/client.ts'
import { formVersions } from '../db/tables/forms.ts'
import type { Definition } from './definition.ts'
import { readStored } from './stored-definitions.ts'

const most = 100
const kept = new Map<string, Definition | null>()

/**
 * The definition of a published version, read and parsed once by each isolate: it never changes. Null where there is
 * none, or where it cannot be read any more.
 */
export async function keptDefinition(db: Db, versionId: string): Promise<Definition | null> {
  const found = kept.get(versionId)
  if (found !== undefined) return found
  const { definition } = formVersions
  const [row] = await db.select({ definition }).from(formVersions).where(eq(formVersions.id, versionId))
  if (row === undefined) return null
  const read = readStored(row.definition)
  const [oldest] = kept.keys()
  if (kept.size >= most && oldest) kept.delete(oldest)
  kept.set(versionId, read)
  return read
}

/** For tests, which begin with another database. */
export function forgetDefinitions(): void {
  kept.clear()
}
