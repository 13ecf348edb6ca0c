import { desc, eq, inArray } from 'drizzle-orm'
import type { Db } from '../db/client.ts'
import { listed } from '../db/listed.ts'
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
  return keep(versionId, readStored(row.definition))
}

/** A published version; without a definition where that cannot be read any more. */
export interface KeptVersion {
  id: string
  number: number
  definition: Definition | null
}

/** All versions of a form, the newest first; those that are not kept yet are read by one statement. */
export async function keptVersions(db: Db, formId: string): Promise<KeptVersion[]> {
  const { id, number, definition } = formVersions
  const versions = await db
    .select({ id, number })
    .from(formVersions)
    .where(eq(formVersions.formId, formId))
    .orderBy(desc(number))
  const unknown = versions.filter((it) => !kept.has(it.id)).map((it) => it.id)
  const rows =
    unknown.length === 0
      ? []
      : await db
          .select({ id, definition })
          .from(formVersions)
          .where(inArray(id, listed(unknown)))
  const read = new Map(rows.map((row) => [row.id, keep(row.id, readStored(row.definition))]))
  return versions.map((it) => ({ ...it, definition: read.get(it.id) ?? kept.get(it.id) ?? null }))
}

function keep(versionId: string, read: Definition | null): Definition | null {
  const [oldest] = kept.keys()
  if (kept.size >= most && oldest) kept.delete(oldest)
  kept.set(versionId, read)
  return read
}

/** For tests, which begin with another database. */
export function forgetDefinitions(): void {
  kept.clear()
}
