/** The rows of a table in a dump, by column, as text. */
export function rowsOf(dump: string, table: string): Record<string, string>[] {
  return dump
    .split('\n')
    .filter((line) => line.startsWith(`INSERT INTO "${table}" `))
    .map((line) => {
      const [, columns = '', values = ''] = /\(([^)]*)\) VALUES \((.*)\);?$/s.exec(line) ?? []
      const names = [...columns.matchAll(/"(\w+)"/g)].map(([, name]) => name ?? '')
      const cells = [...values.matchAll(/'((?:[^']|'')*)'|[^,]+/g)].map(
        ([cell, text]) => text?.replaceAll("''", "'") ?? cell,
      )
      return Object.fromEntries(names.map((name, at) => [name, cells[at] ?? '']))
    })
}
