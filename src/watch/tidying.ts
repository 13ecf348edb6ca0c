import { forgetFiles } from '../cases/forgetting-files.ts'
import { openDb } from '../db/client.ts'
import { forgetAnswerFiles } from '../exports/forgetting-answer-files.ts'
import { forgetFormDrafts } from '../forms/form-drafts.ts'
import { forgetDrafts } from '../keeping/drafts.ts'
import { forgetEntries } from '../keeping/entries.ts'
import { logCount } from '../log.ts'
import type { Platform } from '../platform/types.ts'

/** Forgets what people began and did not go on with, and the files that belong to nothing any more, or whose time is over. */
export async function tidy(platform: Platform, now: Date): Promise<void> {
  const db = openDb(platform.openDatabase('newest').database)
  await Promise.all([forgetEntries({ db, now }), forgetDrafts({ db, now }), forgetFormDrafts(db, now)])
  await forgetAnswerFiles(db, platform.files, now)
  const removed = await forgetFiles(db, platform.files, now)
  if (removed > 0) logCount('Files that nothing names, removed', removed)
}
