/** Numbers that look random and come again with the same seed (mulberry32), for whatever is tried at random. */
export function randomOf(seed: number) {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  const int = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  return {
    int,
    chance: (share: number) => next() < share,
    pick<T>(list: readonly T[]): T {
      const one = list[int(0, list.length - 1)]
      if (one === undefined) throw new Error('Nothing to pick from')
      return one
    },
    shuffled: <T>(list: readonly T[]): T[] =>
      list
        .map((one) => [next(), one] as const)
        .sort(([a], [b]) => a - b)
        .map(([, one]) => one),
  }
}

export type Random = ReturnType<typeof randomOf>
