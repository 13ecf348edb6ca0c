import { writeXlsxStream } from 'hucre/xlsx'
import { xlsxText } from '../files/xlsx-text.ts'
import type { Cell } from '../forms/kinds/kind.ts'
import type { TakenAnswers } from './taking-answers.ts'

/** How wide a column is, in characters of the usual size. */
const width = 20

/**
 * A table as XLSX, written a row at a time; nothing of it is kept. Texts stand in their cells as texts: none is worked out
 * as a formula, and long numbers of an account or a code keep all their digits. The heads stay in sight.
 */
export function xlsxStream(
  { head, rows }: Pick<TakenAnswers, 'head' | 'rows'>,
  name: string,
): ReadableStream<Uint8Array> {
  return writeXlsxStream(oneByOne(head, rows), {
    name,
    freezePane: { rows: 1 },
    columns: head.map(() => ({ width })),
  })
}

async function* oneByOne(head: TakenAnswers['head'], rows: TakenAnswers['rows']) {
  yield head.map(asWritten)
  for await (const batch of rows) for (const row of batch) yield row.map(asWritten)
}

function asWritten(cell: Cell | null): Cell | null {
  return typeof cell === 'string' ? xlsxText(cell) : cell
}
