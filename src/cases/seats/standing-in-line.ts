import { type SQL, sql } from 'drizzle-orm'

/** Whether somebody has a place, or the how manieth he is who waits for one. */
export type Seat = 'has' | { waits: number }

/** SQL over `cases`, in one column: null of what counts nothing, or waited until it was archived, 0 of who has a place, else his place in the line. */
export const seatOf: SQL<number | null> =
  sql`(select case when s.turn is null then 0 else (select count(*) from seats o
    where o.form_id = s.form_id and o.turn is not null and o.turn <= s.turn) end
  from seats s where s.case_id = cases.id and s.wants <> '[]')`

export function readSeat(place: unknown): Seat | null {
  if (typeof place !== 'number') return null
  return place === 0 ? 'has' : { waits: place }
}
