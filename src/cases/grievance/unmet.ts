import { sql } from 'drizzle-orm'
import type { DutyKind } from '../../db/vocabulary.ts'
import type { Subject } from '../../engine/process.ts'

const contacts: readonly DutyKind[] = ['contact', 'contact_again']

/** Whether a duty is another one than to meet the worker. */
export function isNoContact({ kind }: { kind: DutyKind }): boolean {
  return !contacts.includes(kind)
}

/** Whether the worker is in danger, and nobody has met him as he was promised. */
export function isUnmetInDanger({ case: it, duties }: Pick<Subject, 'case' | 'duties'>): boolean {
  return it.danger && !duties.every(isNoContact)
}

/** SQL over `cases`: the same. */
export const isUnmetInDangerSql = sql`(cases.danger = 1 and exists (select 1 from duties o
  where o.case_id = cases.id and o.ended_at is null and o.kind in ${contacts}))`
