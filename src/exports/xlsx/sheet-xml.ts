import { xlsxText } from '../../files/xlsx-text.ts'
import type { Cell } from '../../forms/kinds/kind.ts'

type Row = readonly (Cell | null)[]

/** How wide a column is, in characters of the usual size. */
const width = 20

/** A sheet up to its first row of answers; the heads stay in sight. */
export function sheetBegins(head: readonly string[]): string {
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews>',
    '<sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>',
    `</sheetView></sheetViews><cols><col min="1" max="${head.length}" width="${width}" customWidth="1"/></cols>`,
    `<sheetData>${rowXml(head, 1)}`,
  ].join('')
}

/** Rows from a number on, the head being the first. */
export function rowsXml(rows: readonly Row[], from: number): string {
  return rows.map((row, at) => rowXml(row, from + at)).join('')
}

export const sheetEnds = '</sheetData></worksheet>'

/** Texts stand in their cells as texts: none is worked out, and a long number of an account keeps all its digits. */
function rowXml(row: Row, number: number): string {
  const cells = row.map((cell, at) => (cell === null ? '' : cellXml(cell, `${lettersOf(at)}${number}`)))
  return `<row r="${number}">${cells.join('')}</row>`
}

function cellXml(cell: Cell, place: string): string {
  if (typeof cell === 'number') return `<c r="${place}"><v>${cell}</v></c>`
  return `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`
}

/** A, B … Z, AA: how a column is called. */
export function lettersOf(at: number): string {
  const letter = String.fromCharCode(65 + (at % 26))
  return at < 26 ? letter : lettersOf(Math.floor(at / 26) - 1) + letter
}

const marks: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/**
 * What XML cannot hold is written as such files do (ECMA-376, ST_Xstring): `_x0008_`; where that stands in a text, it stays
 * what it is.
 */
export function escaped(text: string): string {
  return xlsxText(text.toWellFormed())
    .replace(/[\p{Cc}\ufffe\uffff]/gu, (sign) => (/[\t\n]/.test(sign) ? sign : byNumber(sign)))
    .replace(/[&<>]/g, (sign) => marks[sign] ?? sign)
}

function byNumber(sign: string): string {
  return `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`
}
