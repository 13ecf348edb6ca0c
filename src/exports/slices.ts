import type { KeptVersion } from '../forms/kept-definitions.ts'
import type { Staff } from '../orgs/staff.ts'
import { dayIn, timeIn } from '../orgs/zone.ts'
import { type TableWords, tableOf } from './answer-table.ts'
import type { AnswerFile } from './asking-for-files.ts'
import { csvBegins, csvLine } from './csv.ts'
import type { Filing } from './reading-filings.ts'
import { type Summary, summed } from './summing-answers.ts'
import { deflated, type Sum } from './xlsx/deflating.ts'
import { rowsXml, sheetBegins, sheetEnds } from './xlsx/sheet-xml.ts'

interface Slice {
  versions: readonly KeptVersion[]
  found: readonly Filing[]
  isLast: boolean
  staff: Staff
  zone: string
  /** Whether the form counts its places. */
  isCounted: boolean
  words: TableWords
  /** Of a summary: what all slices before came to. */
  before: Summary
}

/** The next slice of a file, whose columns depend on its form alone; with what its sheet comes to so far. */
export function sliceOf(
  file: AnswerFile,
  { versions, found, isLast, staff, zone, isCounted, words, before }: Slice,
): { bytes: Uint8Array<ArrayBuffer>; sum: Sum } {
  const { crc, size } = file
  if (file.kind === 'summary')
    return { bytes: inBytes(JSON.stringify(summed(before, found))), sum: { crc, size } }
  const at = `${dayIn(zone, file.at)} ${timeIn(zone, file.at)}`
  const taken = { by: `${staff.name} <${staff.email}>`, at }
  const { head, rowOf } = tableOf(versions, words, { zone, taken, isCounted })
  const rows = found.map(rowOf)
  const isFirst = file.parts.length === 0
  if (file.kind === 'csv') {
    const text = (isFirst ? csvBegins(head) : '') + rows.map(csvLine).join('')
    return { bytes: inBytes(text), sum: { crc, size } }
  }
  const begins = isFirst ? sheetBegins(head) : ''
  const text = begins + rowsXml(rows, file.rows + 2) + (isLast ? sheetEnds : '')
  return deflated(text, { crc, size }, isLast)
}

const inBytes = (text: string) => new Uint8Array(new TextEncoder().encode(text))
