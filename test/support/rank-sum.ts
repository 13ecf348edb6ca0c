/**
 * How far two samples are apart, as the z of the rank-sum test of Wilcoxon, Mann and Whitney: of samples of one kind
 * it is between −4.4 and 4.4 in all but one of 90,000 trials, whatever the distribution is. It looks at ranks alone, so
 * that a slow machine, or a pause now and then, moves it little.
 */
export function rankSum(one: readonly number[], other: readonly number[]): number {
  const all = [
    ...one.map((value) => ({ value, isOne: true })),
    ...other.map((value) => ({ value, isOne: false })),
  ]
  const sorted = all.toSorted((a, b) => a.value - b.value)
  const sum = sorted.reduce((total, { isOne }, at) => total + (isOne ? at + 1 : 0), 0)
  const [n, m] = [one.length, other.length]
  const mean = (n * (n + m + 1)) / 2
  return (sum - mean) / Math.sqrt((n * m * (n + m + 1)) / 12)
}
