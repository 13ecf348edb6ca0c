import { isTellable, leastPeople, type Tally } from './tallies.ts'

/** The most that a part holds which nobody may tell: it looks like nothing at all, and like this. */
const mostHidden = leastPeople - 1

/**
 * Whether the sum of parts that were withheld may be told: whoever knows it, and by which rules each part was
 * withheld, still finds at least five possible values for every one of them; but where the sum says that
 * nobody is there, nobody is in its parts. A part is given by the months in it: one, or those of a quarter
 * whose own sum could not be told. The answer depends on nothing but what is told by it.
 */
export function mayTellTogether(parts: readonly number[], sum: Tally): boolean {
  if (parts.length < 2 || !isTellable(sum)) return false
  const mixed = sum.yes.map((count) => Math.min(count, sum.of - count)).filter((fewer) => fewer > 0)
  if (mixed.length === 0) return canBeAnything(parts, sum.of)
  // A part holds any 0 to 4 of both kinds: two others can take the rest, each with too few of one kind. One
  // other cannot take it with none left, so that there must be a sixth for the fifth value.
  return Math.max(...mixed) >= (parts.length > 2 ? leastPeople : leastPeople + 1)
}

/** Of all in all parts the same is said, so that each month held 0 to 4: whether it may still be each of these. */
function canBeAnything(parts: readonly number[], sum: number): boolean {
  return parts.every((months, at) => {
    const others = sumsOf(parts.toSpliced(at, 1))
    return upTo(mostHidden).every((value) =>
      hiddenSums(months).some(
        (own) => own >= value && own - value <= mostHidden * (months - 1) && others.has(sum - own),
      ),
    )
  })
}

/** What a part may come to: the sums of its months that could not be told for themselves. */
function hiddenSums(months: number): number[] {
  const single = Array<number>(months).fill(1)
  return upTo(mostHidden * months).filter((sum) => !mayTellTogether(single, { of: sum, yes: [] }))
}

function sumsOf(parts: readonly number[]): Set<number> {
  let sums = [0]
  for (const months of parts) sums = sums.flatMap((sum) => hiddenSums(months).map((own) => sum + own))
  return new Set(sums)
}

function upTo(most: number): number[] {
  return Array.from({ length: most + 1 }, (_, value) => value)
}
