import { getTableColumns } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'

/** As much of JSON as one parameter takes with room; D1 takes 2 MB. */
const mostAtOnce = 1_000_000

/** Rows as JSON, each piece as long as a parameter may be. */
export function inPieces(rows: readonly object[]): string[] {
  const pieces: string[] = []
  let piece = ''
  for (const row of rows.map((it) => JSON.stringify(it))) {
    if (piece && piece.length + row.length > mostAtOnce) {
      pieces.push(`[${piece}]`)
      piece = ''
    }
    piece += (piece && ',') + row
  }
  return piece ? [...pieces, `[${piece}]`] : pieces
}

/** What a column is called where its table is written. */
export function keyOf(column: SQLiteColumn): string {
  return Object.entries(getTableColumns(column.table)).find(([, it]) => it === column)?.[0] ?? ''
}
