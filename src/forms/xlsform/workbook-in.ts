import { streamXlsxRows } from 'hucre/xlsx'
import { unzippedSize } from '../../files/unzipped-size.ts'
import { type RawSheet, rowsIn } from './rows-in.ts'
import { type Lost, type Sheets, sheetNames } from './sheets.ts'

/** So large the parts of such a file may be, in bytes, and so many rows a sheet may have. */
const largest = 8 * 1024 * 1024
export const mostRows = 1000
/** So many columns are looked at. */
const range = `A1:CV${mostRows + 2}`
/** What such a file may have besides, and has no place here. */
const otherSheets = ['entities', 'external_choices', 'osm']

export type WorkbookIn =
  | { ok: true; sheets: Sheets; lost: Lost[] }
  | { ok: false; why: 'not_xlsx' | 'too_large' | 'too_many_rows' | 'no_survey' }

/** The sheets of such a file. It is unpacked a row at a time, and no further than that. */
export async function workbookIn(bytes: Uint8Array): Promise<WorkbookIn> {
  const size = unzippedSize(bytes)
  if (size === null) return { ok: false, why: 'not_xlsx' }
  if (size > largest) return { ok: false, why: 'too_large' }
  const sheets: Sheets = { survey: [], choices: [], settings: [] }
  const lost: Lost[] = []
  for (const name of sheetNames) {
    const raw = await readSheet(bytes, name)
    if (!raw) return { ok: false, why: 'not_xlsx' }
    if (raw.length > mostRows + 1) return { ok: false, why: 'too_many_rows' }
    const read = rowsIn(name, raw)
    sheets[name] = read.rows
    lost.push(...read.lost)
  }
  for (const name of otherSheets)
    if ((await readSheet(bytes, name))?.length) lost.push({ what: 'sheet', of: name })
  return sheets.survey.some(({ cells }) => cells.type)
    ? { ok: true, sheets, lost }
    : { ok: false, why: 'no_survey' }
}

/** However its name is written; null where the file cannot be read. */
async function readSheet(bytes: Uint8Array, name: string): Promise<RawSheet | null> {
  const begun = name.slice(0, 1).toUpperCase() + name.slice(1)
  for (const sheet of [name, begun, name.toUpperCase()]) {
    const raw = await readRows(bytes, sheet)
    if (!raw || raw.length > 0) return raw
  }
  return []
}

async function readRows(bytes: Uint8Array, sheet: string): Promise<RawSheet | null> {
  const raw: RawSheet = []
  try {
    for await (const { index, values } of streamXlsxRows(bytes, { sheet, range })) {
      const texts = values.map(asText)
      if (texts.some(Boolean)) raw.push({ row: index + 1, values: texts })
      if (raw.length > mostRows + 1) break
    }
  } catch {
    return null
  }
  return raw
}

function asText(cell: unknown): string {
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE'
  return typeof cell === 'string' || typeof cell === 'number' ? String(cell) : ''
}
