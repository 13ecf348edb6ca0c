import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { fileKinds } from '../../files/kind-of-file.ts'
import { encrypted, instant } from '../columns.ts'

/**
 * Photos and voice notes of a case, which lie encrypted among the files of the platform, under their ids. One that
 * came with a message has the id of it. What no row names is removed there (`cases/forgetting-files.ts`).
 */
export const files = sqliteTable(
  'files',
  {
    id: text('id').primaryKey(),
    caseId: text('case_id').notNull(),
    kind: text('kind', { enum: fileKinds }).notNull(),
    /** In bytes, as it is shown and sent. */
    size: integer('size').notNull(),
    at: instant('at').notNull(),
    /** Opens the file, and nothing else does. */
    key: encrypted('key').notNull(),
    /** The file that this one is as it came, with all that tells where, when and by what it was made; kept as evidence. */
    originalOf: text('original_of'),
  },
  (t) => [index('files_case').on(t.caseId)],
)

/**
 * Files that came with a form which is not sent yet, and until when they may lie there for it. Whose they are, and what
 * opens them, stands in the sealed draft alone.
 */
export const draftFiles = sqliteTable('draft_files', {
  id: text('id').primaryKey(),
  endsAt: instant('ends_at').notNull(),
})
