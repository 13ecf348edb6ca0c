import { sql } from 'drizzle-orm'
import { isContact, isContactSql } from '../../engine/contact-duties.ts'
import type { Subject } from '../../engine/process.ts'

/** Whether the worker is in danger, and nobody has met him as he was promised. */
export function isUnmetInDanger({ case: it, duties }: Pick<Subject, 'case' | 'duties'>): boolean {
  return it.danger && duties.some(({ kind }) => isContact(kind))
}

/** SQL over `cases`: the same. */
export const isUnmetInDangerSql = sql`(cases.danger = 1 and exists (select 1 from duties d
  where d.case_id = cases.id and d.ended_at is null and ${isContactSql}))`
