import { and, eq, sql } from 'drizzle-orm'
import type { Db, Statement } from '../db/client.ts'
import { insertSelect } from '../db/insert-select.ts'
import { listed } from '../db/listed.ts'
import { quotas } from '../db/tables/quotas.ts'
import type { Definition } from './definition.ts'
import { optionQuotas } from './quota-keys.ts'

/**
 * Statements of publishing: what a version gives its options in numbers holds for whoever files from now on, also with the
 * version before. Those who chose one before it was counted are not known; those who have a place of it still have it.
 */
export function countOptions(db: Db, formId: string, definition: Definition): Statement[] {
  const numbers = optionQuotas(definition)
  const gone = sql`instr(of, '.') > 0 and of not in ${listed([...numbers.keys()])}`
  const forgotten = db.delete(quotas).where(and(eq(quotas.formId, formId), gone))
  if (numbers.size === 0) return [forgotten]
  const given = sql`json_each(${JSON.stringify(Object.fromEntries(numbers))}) n`
  const taken = sql`(select count(*) from seats s join json_each(s.wants) w
    where s.form_id = ${formId} and s.turn is null and w.value = n.key)`
  return [
    forgotten,
    insertSelect(
      db,
      quotas,
      { formId, of: sql`n.key`, most: sql`n.value`, taken },
      sql`from ${given} where true`,
    ).onConflictDoUpdate({ target: [quotas.formId, quotas.of], set: { most: sql`excluded.most` } }),
  ]
}
