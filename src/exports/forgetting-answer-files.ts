import { and, eq, lte, ne } from 'drizzle-orm'
import type { Db } from '../db/client.ts'
import { answerFiles } from '../db/tables/answer-files.ts'
import type { Files } from '../platform/types.ts'
import { keptFor } from './asking-for-files.ts'
import { slicesOf, slicesOfFiles } from './file-slices.ts'

/** The slices of so many are removed in one run, of each a thousand at most; the next one goes on. */
const mostAtOnce = 5

/**
 * Forgets files of answers whose day is over: the keys of all at once, so that nobody reads them any more however many they
 * are, then their slices; and slices that no row names any more, once they are as old as a file and its making may be.
 * Answers how many files were forgotten.
 */
export async function forgetAnswerFiles(db: Db, files: Files, now: Date): Promise<number> {
  const isOver = lte(answerFiles.endsAt, now)
  await db
    .update(answerFiles)
    .set({ wrapped: '' })
    .where(and(isOver, ne(answerFiles.wrapped, '')))
  const over = await db.select({ id: answerFiles.id }).from(answerFiles).where(isOver).limit(mostAtOnce)
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
