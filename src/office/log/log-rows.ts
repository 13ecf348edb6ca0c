import { and, desc, eq, gte, lt } from 'drizzle-orm'
import type { AuditAction } from '../../db/audit-actions.ts'
import type { Db } from '../../db/client.ts'
import { firstIdAt } from '../../db/id.ts'
import { auditLog, staff } from '../../db/tables/orgs.ts'

export interface LogFilter {
  action?: AuditAction | undefined
  /** Who did it. */
  staffId?: string | undefined
  /** From the one instant to before the other. */
  span?: { from: Date; to: Date } | undefined
  /** The id of the row before the page. */
  before?: string | undefined
}

/** Statement: the newest rows of the log that fit, each by an index of what is asked for; ids sort by time. */
export function logRows(db: Db, { action, staffId, span, before }: LogFilter, limit: number) {
  const { id, at, subject } = auditLog
  return db
    .select({ id, at, action: auditLog.action, subject, name: staff.name })
    .from(auditLog)
    .leftJoin(staff, eq(staff.id, auditLog.staffId))
    .where(
      and(
        action && eq(auditLog.action, action),
        staffId === undefined ? undefined : eq(auditLog.staffId, staffId),
        span && gte(id, firstIdAt(span.from)),
        span && lt(id, firstIdAt(span.to)),
        before ? lt(id, before) : undefined,
      ),
    )
    .orderBy(desc(id))
    .limit(limit)
}
