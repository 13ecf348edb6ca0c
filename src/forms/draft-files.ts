import { type SQL, sql } from 'drizzle-orm'
import type { Db, Statement } from '../db/client.ts'
import { insertSelect } from '../db/insert-select.ts'
import { draftFiles } from '../db/tables/files.ts'

/** A file that lies encrypted among the files, and the same as it came where that is evidence. */
export interface DraftFile {
  id: string
  key: string
  /** The same of the same file, however often it is sent. */
  mark: string
  original?: { id: string; key: string } | undefined
}

/** What a draft knows of the files that came with it. */
export interface WithFiles {
  /** What opens those that stand in it; none in one that was written before there were any. */
  files?: DraftFile[]
  /** How many came with it, those included that were taken out again. */
  attached?: number
}

export function filesOf({ files = [] }: WithFiles): DraftFile[] {
  return files
}

/**
 * Statements, after the draft is written as this row: the files that it has now lie there as long as it does, and those
 * that it has no more do not. Where another tab was first and this row was not written, nothing is said of its files.
 */
export function keepFiles(
  db: Db,
  { id, sealed, endsAt }: { id: string; sealed: string; endsAt: Date },
  before: WithFiles,
  after: WithFiles,
): Statement[] {
  const [were, are] = [namesOf(before), namesOf(after)]
  const come = are.filter((name) => !were.includes(name))
  const gone = were.filter((name) => !are.includes(name))
  const isWritten = sql`exists (select 1 from form_drafts d where d.id = ${id} and d.sealed = ${sealed})`
  const row = { id: sql`value`, endsAt }
  const from = sql`from json_each(${JSON.stringify(come)}) where ${isWritten}`
  return [
    ...(come.length > 0 ? [insertSelect(db, draftFiles, row, from)] : []),
    ...(gone.length > 0 ? [db.delete(draftFiles).where(sql`${among(gone)} and ${isWritten}`)] : []),
  ]
}

/** Statements: they lie there for this draft no more. */
export function letGo(db: Db, draft: WithFiles): Statement[] {
  const gone = namesOf(draft)
  return gone.length > 0 ? [db.delete(draftFiles).where(among(gone))] : []
}

const among = (names: string[]): SQL => sql`id in (select value from json_each(${JSON.stringify(names)}))`

/** Under which its files lie, and what came of them. */
function namesOf(draft: WithFiles): string[] {
  return filesOf(draft).flatMap(({ id, original }) => (original ? [id, original.id] : [id]))
}
