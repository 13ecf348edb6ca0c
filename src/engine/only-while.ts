import { type SQL, sql } from 'drizzle-orm'
import type { Statement } from '../db/client.ts'
import { insertSelect } from '../db/insert-select.ts'
import { caseEvents } from '../db/tables/cases.ts'
import type { Scene } from '../orgs/scene.ts'

/**
 * Statement for the batch of an act on a case: where something does not hold any more, an event is put in again under
 * its own key, and by that the whole batch falls as a conflict.
 */
export function onlyWhile({ db }: Pick<Scene, 'db'>, caseId: string, holds: SQL): Statement {
  const { caseId: of, seq, at, action, actor } = caseEvents
  return insertSelect(
    db,
    caseEvents,
    { caseId: of, seq, at, action, actor },
    sql`from case_events where case_id = ${caseId} and seq = 1 and not (${holds})`,
  )
}
