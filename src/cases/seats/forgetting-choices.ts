import { type SQL, sql } from 'drizzle-orm'
import type { Db, Statement } from '../../db/client.ts'
import { insertSelect } from '../../db/insert-select.ts'
import { seats } from '../../db/tables/quotas.ts'

/**
 * Statements: of the seats that `which` matches nobody knows any more which options they have a place of. Each of these goes
 * on as a seat of nobody, so that it stays counted, also where its number is set anew. The archive does the same by a
 * trigger, as the key of the case goes.
 */
export function forgetChoices(db: Db, which: SQL): Statement[] {
  const nobody = sql`lower(hex(randomblob(16)))`
  return [
    insertSelect(
      db,
      seats,
      { caseId: nobody, formId: seats.formId, wants: sql`json_array(w.value)`, turn: null },
      sql`from seats, json_each(seats.wants) w where ${which} and instr(w.value, '.') > 0`,
    ),
    db
      .update(seats)
      .set({
        wants: sql`(select json_group_array(w.value) from json_each(seats.wants) w where instr(w.value, '.') = 0)`,
      })
      .where(which),
  ]
}
