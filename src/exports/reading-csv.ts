/** Between two cells: a comma, or what spreadsheets put there when one copies from them, or where a comma is a decimal point. */
const separators = [',', '\t', ';'] as const

type Separator = (typeof separators)[number]

/**
 * The rows of a table as spreadsheets write it (RFC 4180), by whichever separator its first line has where none is named;
 * empty rows are left out. The apostrophe that `csvLine` puts before what looks like a formula is taken off.
 */
export function csvRows(text: string, known?: Separator): string[][] {
  const whole = text.replace(/^\uFEFF/, '')
  const [head = ''] = whole.split(/\r?\n/, 1)
  const separator = known ?? separators.find((one) => head.includes(one)) ?? ','
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  while (at < whole.length) {
    const cell = whole[at] === '"' ? quoted(whole, at, separator) : plain(whole, at, separator)
    row.push(cell.text.replace(/^'(?='*[=+\-@＝＋－＠])/, ''))
    at = cell.end + 1
    if (whole[cell.end] === separator && at < whole.length) continue
    if (whole[cell.end] === separator) row.push('')
    rows.push(row)
    row = []
    if (whole.startsWith('\r\n', cell.end)) at += 1
  }
  return rows.filter((cells) => cells.some((one) => one.trim() !== ''))
}

interface Cell {
  text: string
  /** Where what follows it begins. */
  end: number
}

function plain(text: string, from: number, separator: string): Cell {
  let end = from
  while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end += 1
  return { text: text.slice(from, end), end }
}

/**
 * In quotes, of which each within stands twice. Where they do not end, or something follows them, they are words: so cells
 * that begin with a quotation are pasted.
 */
function quoted(text: string, from: number, separator: string): Cell {
  let end = text.indexOf('"', from + 1)
  while (end !== -1 && text[end + 1] === '"') end = text.indexOf('"', end + 2)
  if (end === -1) return plain(text, from, separator)
  const behind = plain(text, end + 1, separator)
  const isWhole = behind.text.trim() === ''
  const written = isWhole ? text.slice(from + 1, end).replaceAll('""', '"') : text.slice(from, behind.end)
  return { text: written, end: behind.end }
}
