export type Leaf = [path: string, text: string]

/** Every text of a catalog with its path; one in pieces is one text. Those with values are read as they are written. */
export function leaves(node: unknown, path: string[] = []): Leaf[] {
  const inPieces = Array.isArray(node) && node.every((piece) => typeof piece === 'string')
  if (typeof node === 'object' && node !== null && !inPieces) {
    return Object.entries(node).flatMap(([key, value]) => leaves(value, [...path, key]))
  }
  if (typeof node === 'function') return [[path.join('.'), wordsOf(node)]]
  return [[path.join('.'), inPieces ? node.join('') : String(node)]]
}

/** What stands between the quotes of a function; a dot where it writes a value only. */
function wordsOf(write: { toString(): string }): string {
  const literals = write.toString().match(/'[^']*'|"[^"]*"|`[^`]*`/g) ?? []
  return literals.map((literal) => literal.slice(1, -1).replace(/\$\{[^}]*\}/g, '·')).join('') || '·'
}
