/** No figure that others see rests on fewer people than these. */
export const leastPeople = 5

export type Published = number | 'withheld'

/**
 * What may be shown of a total and its parts. Parts of one to four are withheld; so are further ones,
 * smallest first, until those withheld are at least two, stand for five people or more together, and could
 * be spread in more than one way; where no part is left for that, the total is withheld too. Zero counts
 * nobody and is shown. All that is withheld looks alike, or the reason would give it away.
 */
export function publish<Part>(parts: ReadonlyMap<Part, number>): {
  parts: Map<Part, Published>
  total: Published
} {
  const filled = [...parts].filter(([, count]) => count > 0).sort(([, a], [, b]) => a - b)
  const small = filled.filter(([, count]) => count < leastPeople).length
  let hidden = small
  while (small > 0 && hidden < filled.length && canBeUndone(filled.slice(0, hidden))) hidden += 1
  const undone = small > 0 && canBeUndone(filled.slice(0, hidden))

  const withheld = new Set(filled.slice(0, hidden).map(([part]) => part))
  const total = filled.reduce((sum, [, count]) => sum + count, 0)
  return {
    parts: new Map(
      [...parts].map(([part, count]) => [part, withheld.has(part) ? ('withheld' as const) : count]),
    ),
    total: undone ? 'withheld' : total,
  }
}

/** Whether subtracting what is shown from the total tells too much about these. */
function canBeUndone(hidden: [unknown, number][]): boolean {
  const people = hidden.reduce((sum, [, count]) => sum + count, 0)
  return hidden.length < 2 || people < leastPeople || people === hidden.length
}
