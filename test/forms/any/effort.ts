/** So many runs. What fails is told by its seed at once: to find a smaller one takes minutes, with the seed and by hand. */
export const runs = (numRuns: number) => ({ numRuns, endOnFailure: true })
