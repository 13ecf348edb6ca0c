import { and, eq } from 'drizzle-orm'
import type { Db } from '../db/client.ts'
import { caseKeys } from '../db/tables/keys.ts'
import { Unreadable } from './unreadable.ts'

/**
 * Whether words could not be opened only because their case got another key between two readings: what stayed of it is
 * under the new one, and is read anew. Nobody has changed anything, and nobody is alarmed.
 */
export async function isOvertaken(db: Db, error: unknown): Promise<boolean> {
  if (!(error instanceof Unreadable) || !error.writtenBy) return false
  const { caseId, writtenBy } = error
  return (await db.$count(caseKeys, and(eq(caseKeys.caseId, caseId), eq(caseKeys.id, writtenBy)))) > 0
}
