import { openDb } from '../db/client.ts'
import { forgetDrafts } from '../keeping/drafts.ts'
import { forgetEntries } from '../keeping/entries.ts'
import type { Platform } from '../platform/types.ts'

/** Forgets what people began and did not go on with. */
export async function tidy(platform: Platform, now: Date): Promise<void> {
  const db = openDb(platform.openDatabase('newest').database)
  await Promise.all([forgetEntries({ db, now }), forgetDrafts({ db, now })])
}
