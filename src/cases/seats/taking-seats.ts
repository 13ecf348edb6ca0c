import { type SQL, sql } from 'drizzle-orm'
import type { Statement } from '../../db/client.ts'
import { isConflict } from '../../db/conflict.ts'
import { insertSelect } from '../../db/insert-select.ts'
import { quotas, seats } from '../../db/tables/quotas.ts'
import type { Scene } from '../../orgs/scene.ts'

/** What somebody signs up for. */
export interface Wanted {
  formId: string
  /** By the names of the quotas (`forms/quota-keys.ts`); what has none counts nothing. */
  wants: readonly string[]
  /** He was told that he may have to wait, and wants to. */
  mayWait: boolean
}

/**
 * Statements of a filing that takes a place, behind the case. Where a quota of his is full and he does not wait, the first
 * puts it in again under its own key, and by that the whole batch falls. Then his seat, with his turn where he waits, and
 * the count of each quota. Who takes nothing that is counted has no seat.
 */
export function takeSeat({ db }: Pick<Scene, 'db'>, caseId: string, wanted: Wanted): Statement[] {
  const { formId, mayWait } = wanted
  const wants = counted(wanted)
  const his = sql`form_id = ${formId} and of in (select value from json_each(${wants}))`
  const isFull = sql`exists (select 1 from quotas where ${his} and taken >= most)`
  const last = sql`(select coalesce(max(turn), 0) from seats where form_id = ${formId} and turn is not null)`
  const { of, most } = quotas
  const waits = sql`(${mayWait ? 1 : 0} and (select f.waits from forms f where f.id = ${formId}))`
  return [
    insertSelect(
      db,
      quotas,
      { formId: quotas.formId, of, most },
      sql`from quotas where ${his} and taken >= most and not ${waits}`,
    ),
    insertSelect(
      db,
      seats,
      { caseId, formId, wants, turn: sql`case when ${isFull} then ${last} + 1 end` },
      sql`where exists (select 1 from quotas where ${his})`,
    ),
    db
      .update(quotas)
      .set({ taken: sql`${quotas.taken} + 1` })
      .where(sql`${his} and exists (select 1 from seats where case_id = ${caseId} and turn is null)`),
  ]
}

/**
 * SQL, a list of what he wants, as it counts now, whichever version he began with: a code that was replaced since is the
 * one that hangs there now. Of an option that is not counted nothing stands in the clear.
 */
function counted({ formId, wants }: Wanted): SQL {
  return sql`(select json_group_array(coalesce('site ' || site.successor, w.value))
    from json_each(${JSON.stringify(wants)}) w
    left join sites site on site.code = substr(w.value, 6) and w.value = 'site ' || site.code
    where instr(w.value, '.') = 0
      or exists (select 1 from quotas option where option.form_id = ${formId} and option.of = w.value))`
}

/** Whether a filing fell because there is no place for it. */
export function isWithoutSeat(error: unknown): boolean {
  return isConflict(error, 'quotas')
}
