import type { TakenAnswers } from '../taking-answers.ts'
import { deflated, nothingYet, type Sum } from './deflating.ts'
import { rowsXml, sheetBegins, sheetEnds } from './sheet-xml.ts'
import { workbook } from './workbook.ts'

/** A table as XLSX, written a batch of rows at a time. */
export function tableAsXlsx(
  { head, rows }: Pick<TakenAnswers, 'head' | 'rows'>,
  name: string,
  at: Date,
): AsyncGenerator<Uint8Array> {
  let sum: Sum = nothingYet
  const slice = (text: string, isLast = false) => {
    const made = deflated(text, sum, isLast)
    sum = made.sum
    return made.bytes
  }
  async function* slices() {
    yield slice(sheetBegins(head))
    let next = 2
    for await (const batch of rows) {
      yield slice(rowsXml(batch, next))
      next += batch.length
    }
    yield slice(sheetEnds, true)
  }
  return workbook(name, at, slices(), () => sum)
}
