import { type SQL, sql } from 'drizzle-orm'
import type { AuditAction } from '../db/audit-actions.ts'
import { newId } from '../db/id.ts'
import { insertSelect } from '../db/insert-select.ts'
import { auditLog } from '../db/tables/orgs.ts'
import type { Newsroom } from '../notices/news.ts'
import type { Staff } from './staff.ts'

/** What every behaviour of the office stands on: the database, the time, and who acts. */
export interface Office extends Newsroom {
  by: Staff
}

/** Whoever acts, in the office or on his own account. */
type Acting = Pick<Office, 'db' | 'now'> & { by: { id: string } }

/** SQL: that a row of the log was written, for what in the same batch hangs on the same cause. */
export function isLogged(id: string): SQL {
  return sql`exists (select 1 from audit_log where id = ${id})`
}

/**
 * The row of the log, for the batch of its cause and right after it: written only when that statement
 * changed something. `subject` names a thing (an address, a code, an organisation), never contents.
 */
export function auditRow({ db, now, by }: Acting, action: AuditAction, subject: string, id = newId(now)) {
  const row = { id, at: now, staffId: by.id, action, subject }
  return insertSelect(db, auditLog, row, sql`where changes() > 0`)
}

/** The same for a cause that is written already, by others than us. */
export function auditEntry({ db, now, by }: Acting, action: AuditAction, subject: string) {
  return db.insert(auditLog).values({ id: newId(now), at: now, staffId: by.id, action, subject })
}
