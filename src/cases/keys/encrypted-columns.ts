import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import { caseEvents, messages } from '../../db/tables/cases.ts'
import { consents, referrals } from '../../db/tables/consents.ts'
import { files } from '../../db/tables/files.ts'
import { replies } from '../../db/tables/grievances.ts'
import { drafts } from '../../db/tables/keeping.ts'
import { newsWays } from '../../db/tables/news.ts'
import { identities, submissions } from '../../db/tables/submissions.ts'

/** Where words of people lie: the column, the case, the row, and what names the row in what is encrypted of it. */
export interface Place {
  column: SQLiteColumn
  caseId: SQLiteColumn
  row: SQLiteColumn
  name: SQLiteColumn
}

const place = (column: SQLiteColumn, caseId: SQLiteColumn, row: SQLiteColumn, name = row): Place => ({
  ...{ column, caseId, row, name },
})

/** All columns that the key of a case encrypts. */
export const encryptedColumns = {
  answers: place(submissions.answers, submissions.id, submissions.id),
  details: place(identities.details, identities.caseId, identities.caseId),
  messages: place(messages.body, messages.caseId, messages.id),
  files: place(files.key, files.caseId, files.id),
  replies: place(replies.body, replies.caseId, replies.id),
  recipients: place(consents.recipient, consents.caseId, consents.id),
  contacts: place(consents.contact, consents.caseId, consents.id),
  purposes: place(consents.purpose, consents.caseId, consents.id),
  agencies: place(referrals.recipient, referrals.caseId, referrals.id),
  told: place(referrals.told, referrals.caseId, referrals.id),
  drafts: place(drafts.words, drafts.caseId, drafts.staffId),
  reasons: place(caseEvents.reason, caseEvents.caseId, caseEvents.seq, caseEvents.id),
  news: place(newsWays.target, newsWays.caseId, newsWays.kind),
}
