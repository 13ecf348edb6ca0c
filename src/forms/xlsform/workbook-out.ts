import { writeXlsx } from 'hucre/xlsx'
import { xlsxText } from '../../files/xlsx-text.ts'
import type { FormOut } from './form-out.ts'
import { sheetNames } from './sheets.ts'

/** The columns that come first; the others stand as they are met. */
const first = ['type', 'list_name', 'name']

/** Such a file as bytes. It has some hundred rows; each cell is a text. */
export async function workbookOut(form: FormOut): Promise<Uint8Array<ArrayBuffer>> {
  const sheets = sheetNames.map((name) => ({ name, rows: rowsOf(form[name]) }))
  return new Uint8Array(await writeXlsx({ sheets }))
}

function rowsOf(all: Record<string, string>[]): (string | null)[][] {
  const heads = [...new Set(all.flatMap(Object.keys))]
  const columns = [
    ...first.filter((head) => heads.includes(head)),
    ...heads.filter((head) => !first.includes(head)),
  ]
  // A sheet without rows still says what it would have.
  if (columns.length === 0) return [first]
  return [columns, ...all.map((cells) => columns.map((column) => cells[column] ?? null))].map((row) =>
    row.map((cell) => (cell === null ? null : xlsxText(cell))),
  )
}
