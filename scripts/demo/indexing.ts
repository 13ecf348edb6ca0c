import { openDb } from '../../src/db/client.ts'
import { indexAll } from '../../src/search/rounds.ts'
import type { Secrets } from './secrets.ts'

/** Indexes what the index lacks, for a service whose clock does not tick by itself. */
export async function indexDemo(
  { DB, SEARCH }: { DB: D1Database; SEARCH: D1Database },
  now: Date,
  { keys, searchSecret }: Secrets,
): Promise<void> {
  const scene = { db: openDb(DB), keys, now, words: SEARCH, secret: searchSecret }
  while ((await indexAll(scene)).more);
}
