/** A path of the tree has four characters a level: `0001` the federation, `00010003` a township. */
const step = 4

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

/** The organisation one level up; the federation stays where it is. */
export function levelAbove(path: string): string {
  return isFederation(path) ? path : path.slice(0, -step)
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
