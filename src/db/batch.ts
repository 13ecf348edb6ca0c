import type { Db, Statement } from './client.ts'

/** Runs statements in order, all or none; nothing where there are none. */
export async function inBatch(db: Db, statements: readonly Statement[]): Promise<void> {
  const [first, ...rest] = statements
  if (first) await db.batch([first, ...rest])
}

/** How many rows one statement of a batch changed. */
export function changesOf(result: unknown): number {
  const { meta } = result as { meta?: { changes?: number } }
  return meta?.changes ?? 0
}
