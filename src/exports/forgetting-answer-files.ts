import { eq, lte } from 'drizzle-orm'
import type { Db } from '../db/client.ts'
import { answerFiles } from '../db/tables/answer-files.ts'
import type { Files } from '../platform/types.ts'
import { keptFor } from './asking-for-files.ts'
import { slicesOf, slicesOfFiles } from './file-slices.ts'

/** So many are forgotten in one run, each of a thousand slices at most; the next one goes on. */
const mostAtOnce = 5

/**
 * Forgets files of answers whose day is over, with all their slices; and slices that no row names any more, once they are
 * as old as a file and its making may be. Answers how many files were forgotten.
 */
export async function forgetAnswerFiles(db: Db, files: Files, now: Date): Promise<number> {
  const over = await db
    .select({ id: answerFiles.id })
    .from(answerFiles)
    .where(lte(answerFiles.endsAt, now))
    .limit(mostAtOnce)
  for (const { id } of over) {
    const names = await files.list(slicesOf(id))
    if (names.length > 0) await files.remove(names)
    // Of more than a thousand slices some are left, and with them the row.
    if (names.length < 1000) await db.delete(answerFiles).where(eq(answerFiles.id, id))
  }
  await forgetLeft(files, now)
  return over.length
}

async function forgetLeft(files: Files, now: Date): Promise<void> {
  const old = (await files.look(slicesOfFiles, '')).filter(
    ({ at }) => now.getTime() - at.getTime() > 3 * keptFor,
  )
  if (old.length > 0) await files.remove(old.map(({ name }) => name))
}
