import { ratings } from '../../db/tables/grievances.ts'
import type { SolvedAnswer } from '../../db/vocabulary.ts'
import { type GrievanceEffect, invalid } from './effect.ts'

/** What the worker does by saying how far his problem is solved. */
export const ratingActs = {
  solved: 'rate_solved',
  partly: 'rate_partly',
  not_solved: 'rate_unsolved',
} as const satisfies Record<SolvedAnswer, string>

/**
 * The worker's two answers about a reply, once for each. "Solved" closes the case; otherwise it stays
 * with him until he has it reopened, appeals, or the clock hands it to the chair. `invalid`: an answer of
 * another act.
 */
export function rate(answer: SolvedAnswer): GrievanceEffect {
  return ({ db, now }, { case: it, grievance }, { solved, satisfied }) => {
    const { replyId } = grievance
    if (!replyId || solved !== answer || !satisfied) return invalid
    return { also: [db.insert(ratings).values({ replyId, caseId: it.id, solved, satisfied, at: now })] }
  }
}
