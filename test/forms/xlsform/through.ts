import { rowsIn } from '../../../src/forms/xlsform/rows-in.ts'
import { type SheetName, type Sheets, sheetNames } from '../../../src/forms/xlsform/sheets.ts'

type Written = Record<SheetName, Record<string, string>[]>

/** Sheets as they are read again once they were written. */
export function readAgain(form: Written): Sheets {
  return Object.fromEntries(sheetNames.map((name) => [name, rowsIn(name, rawOf(form[name])).rows])) as Sheets
}

function rawOf(rows: Record<string, string>[]) {
  const heads = [...new Set(rows.flatMap(Object.keys))]
  const lines = [heads, ...rows.map((cells) => heads.map((head) => cells[head] ?? ''))]
  return lines.map((values, at) => ({ row: at + 1, values }))
}
