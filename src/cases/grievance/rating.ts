import { ratings } from '../../db/tables/grievances.ts'
import { type GrievanceEffect, invalid } from './effect.ts'

/**
 * The worker's two answers about a reply, once for each. "Solved" closes the case; otherwise it stays
 * with him until he has it reopened, appeals, or the clock hands it to the chair.
 */
export const rate: GrievanceEffect = ({ db, now }, { case: it, grievance }, { solved, satisfied }) => {
  const { replyId } = grievance
  if (!replyId || !solved || !satisfied) return invalid
  return { also: [db.insert(ratings).values({ replyId, caseId: it.id, solved, satisfied, at: now })] }
}
