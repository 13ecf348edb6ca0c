import type { Cell } from '../forms/kinds/kind.ts'
import type { TakenAnswers } from './taking-answers.ts'

/** By it spreadsheets know that what follows is UTF-8. */
export const byteOrderMark = '\uFEFF'

/** A table as CSV, a batch of rows at a time. */
export async function* csvText({ head, rows }: Pick<TakenAnswers, 'head' | 'rows'>): AsyncGenerator<string> {
  yield csvBegins(head)
  for await (const batch of rows) yield batch.map(csvLine).join('')
}

/** The beginning of such a file. */
export function csvBegins(head: TakenAnswers['head']): string {
  return byteOrderMark + csvLine(head)
}

/**
 * One record (RFC 4180). What a spreadsheet would work out as a formula begins with an apostrophe (OWASP, CSV injection);
 * what began with one before with one more, so that reading it takes off no other.
 */
export function csvLine(cells: readonly (Cell | null)[]): string {
  return `${cells.map(written).join(',')}\r\n`
}

/** Full-width signs as well: spreadsheets in Chinese take them for the same. */
const formula = /^'*[=+\-@\t\r\n＝＋－＠]/

function written(cell: Cell | null): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  const text = formula.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
