import { eq } from 'drizzle-orm'
import { seats } from '../../db/tables/quotas.ts'
import type { FiledEffect } from '../filed/subject.ts'
import { fillSeats, leaveSeat } from './filling-seats.ts'

/** Whoever leaves gives his place back, and the first of those who wait for it has it. */
export const giveBack: FiledEffect = async ({ db }, { case: it }) => {
  const seat = await db.select({ formId: seats.formId }).from(seats).where(eq(seats.caseId, it.id)).get()
  if (!seat) return {}
  const { calling, sweep } = fillSeats(db, seat.formId)
  return { also: [...leaveSeat(db, seat.formId, it.id), calling], sweeps: [sweep] }
}
