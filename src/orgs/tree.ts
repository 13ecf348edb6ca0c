/** A path of the tree has four characters a level: `0001` the federation, `00010003` a township. */
export const step = 4

/** Whether an organisation lies in a scope: at it, or below it. */
export function covers(scopePath: string, orgPath: string): boolean {
  return orgPath.startsWith(scopePath)
}

/** How many levels a path has; the federation is the first. */
export function levelOf(path: string): number {
  return path.length / step
}

export function isFederation(path: string): boolean {
  return levelOf(path) === 1
}

/** The path of the federation that an organisation belongs to. */
export function federationOf(path: string): string {
  return path.slice(0, step)
}

/** The organisation one level up; the federation stays where it is. */
export function levelAbove(path: string): string {
  return isFederation(path) ? path : path.slice(0, -step)
}

/**
 * The township, street, park or industry union over an organisation: the lowest that lies in no employer,
 * however deep the employer's own unions are. Whatever stands there already, or higher, stays.
 */
export function outsideEmployer(path: string): string {
  return path.slice(0, 2 * step)
}

/** Above a union that is not to have a case, and outside of the employer. */
export function pastUnion(path: string): string {
  return outsideEmployer(levelAbove(path))
}

/** Of several organisations of one line the highest. */
export function highest(first: string, ...others: string[]): string {
  return others.reduce((high, path) => (path.length < high.length ? path : high), first)
}

/** A path with all its ancestors, longest first. */
export function lineage(path: string): string[] {
  return Array.from({ length: levelOf(path) }, (_, level) => path.slice(0, path.length - level * step))
}

/** Of several scopes those that lie in none of the others, in order. */
export function outermost(paths: readonly string[]): string[] {
  const once = [...new Set(paths)]
  return once.filter((path) => !once.some((above) => above !== path && covers(above, path))).sort()
}
