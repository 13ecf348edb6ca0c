/**
 * The three rates (三率) as counts. No answer is never "satisfied"; a reply or a referral is never "solved".
 */
export interface RateCounts {
  contactsDue: number
  contactsInTime: number
  rated: number
  solved: number
  /** Partly solved is told apart and is not in `solved`. */
  partly: number
  /** Satisfied and basically satisfied. */
  satisfied: number
}

export interface Rate {
  numerator: number
  denominator: number
}

/** Cases contacted in time ÷ due; workers who say "solved" and who are satisfied ÷ who answered. */
export function threeRates(counts: RateCounts): Record<'response' | 'solved' | 'satisfied', Rate> {
  return {
    response: { numerator: counts.contactsInTime, denominator: counts.contactsDue },
    solved: { numerator: counts.solved, denominator: counts.rated },
    satisfied: { numerator: counts.satisfied, denominator: counts.rated },
  }
}

/** A whole percentage that says 100 only when it is all, and 0 only when it is none; null of nothing. */
export function percent({ numerator, denominator }: Rate): number | null {
  if (denominator === 0) return null
  const share = Math.round((100 * numerator) / denominator)
  if (share === 100 && numerator < denominator) return 99
  return share === 0 && numerator > 0 ? 1 : share
}
