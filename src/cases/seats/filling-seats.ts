import { eq, type SQL, sql } from 'drizzle-orm'
import type { Db, Statement } from '../../db/client.ts'
import { quotas, seats } from '../../db/tables/quotas.ts'
import { inAll } from '../../forms/quota-keys.ts'
import { forgetChoices } from './forgetting-choices.ts'

/**
 * After there is more room: whoever waits gets a place, in their order, each where all that he wants has room. Who waits
 * for something that is still full is passed over and keeps his place in the line. Run twice, the second finds nobody.
 */
export function fillSeats(db: Db, formId: string) {
  const called = sql`turn = 0 and form_id = ${formId}`
  const calling: Statement = db
    .update(seats)
    .set({ turn: 0 })
    .where(sql`case_id in (${nextInLine(formId)})`)
  const gained = sql<number>`(select count(*) from seats s join json_each(s.wants) w
    where s.form_id = ${formId} and s.turn = 0 and w.value = quotas.of)`
  const seating: Statement[] = [
    db
      .update(quotas)
      .set({ taken: sql`${quotas.taken} + ${gained}` })
      .where(sql`form_id = ${formId} and ${gained} > 0`),
    ...forgetChoices(db, sql`${called} and ${isErased}`),
    db.update(seats).set({ turn: null }).where(called),
  ]
  return {
    calling,
    /** The step of each of them, which its worker is told; it comes after `calling`. */
    sweep: {
      action: 'get_place',
      which: sql`cases.id in (select case_id from seats where ${called})`,
      facts: () => ({}),
      also: seating,
    },
  }
}

/** SQL over `seats`: its worker had his words deleted while he waited. */
const isErased = sql`exists (select 1 from submissions where id = seats.case_id and erased_at is not null)`

/**
 * Statements: a case has no place any more, nor waits for one. The place of an option stays taken of which nobody knows any
 * more that it was his.
 */
export function leaveSeat(db: Db, formId: string, caseId: string): Statement[] {
  const his = sql`(select w.value from seats s join json_each(s.wants) w
    where s.case_id = ${caseId} and s.turn is null)`
  return [
    db
      .update(quotas)
      .set({ taken: sql`${quotas.taken} - 1` })
      .where(sql`form_id = ${formId} and of in ${his}`),
    db.delete(seats).where(eq(seats.caseId, caseId)),
  ]
}

/**
 * SQL, the cases that get a place: one after the other along the line, with what those before leave of the room, until no
 * place is left for anybody. A `cross join` is looped as it stands: the other way round each step reads the whole line.
 */
function nextInLine(formId: string): SQL {
  const fits = sql`not exists (select 1 from json_each(line.wants) w join json_each(step.room) r
    on r.key = w.value where r.value <= 0)`
  const left = sql`(select json_group_object(r.key, r.value -
    (${fits} and r.key in (select value from json_each(line.wants)))) from json_each(step.room) r)`
  const next = sql`(select turn from seats where form_id = ${formId} and turn > step.turn
    order by turn limit 1)`
  return sql`with recursive
    step(turn, room, case_id, fits) as (
      select 0, (select json_group_object(of, most - taken) from quotas where form_id = ${formId}), null, 0
      union all
      select line.turn, ${left}, line.case_id, ${fits}
        from step cross join seats line on line.form_id = ${formId} and line.turn = ${next}
        where coalesce(step.room ->> ${inAll}, 1) > 0)
    select case_id from step where fits`
}
