import { csvRows } from '../../exports/reading-csv.ts'
import { keyOfName } from '../../orgs/same-name.ts'
import { oneLine } from '../../typed/line.ts'

/** How many lines are taken at once. */
export const mostLines = 200

const columns = ['place', 'placeEn', 'enterprise', 'form', 'label'] as const
type Column = (typeof columns)[number]

/** What people call each column, without gaps and in small letters. */
const names: Record<Column, readonly string[]> = {
  place: ['地点', '点位', '位置', '地方', '中文地点', '张贴地点', '张贴位置', 'place', 'site', 'location'],
  placeEn: [
    '英文',
    '英文名',
    '英文地点',
    '地点英文',
    '地点(英文)',
    'english',
    'placeinenglish',
    'englishplace',
  ],
  enterprise: [
    ...['企业', '单位', '公司', '用人单位', '企业名称', '单位名称', '公司名称'],
    ...['信用代码', '统一社会信用代码', 'enterprise', 'employer', 'company'],
  ],
  form: ['表单', '表', '表单名称', 'form'],
  label: ['备注', '标签', '说明', 'note', 'label'],
}

/** Without a line that names them, columns are told by how many there are. */
const byWidth: Record<number, readonly Column[]> = {
  2: ['place', 'form'],
  3: ['place', 'enterprise', 'form'],
  4: ['place', 'placeEn', 'enterprise', 'form'],
  5: columns,
}

/** One line of the table, as it was typed. */
export type BatchLine = Record<Column, string> & {
  number: number
  /** The whole line, to be given back. */
  text: string
  /** It has no such columns. */
  isOdd: boolean
}

/** A table out of a spreadsheet, or written with commas of either width; its first line may name the columns. */
export function readBatch(pasted: string): { head: string; lines: BatchLine[] } {
  const rows = (pasted.includes('\t') ? csvRows(pasted, '\t') : csvRows(pasted.replaceAll('，', ','), ','))
    .map((cells) => cells.map(oneLine))
    .map((cells) => cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1))
    .filter((cells) => cells.length > 0)
  const [first = []] = rows
  const named = first.map(columnNamed)
  const isNamed = named.filter(Boolean).length >= 2
  const text = (cells: string[]) => cells.join('\t')
  const lines = (isNamed ? rows.slice(1) : rows).map((cells, at) => {
    const order = isNamed ? named : byWidth[cells.length]
    const cell = (column: Column) => cells[order?.indexOf(column) ?? -1] ?? ''
    const [place, placeEn, enterprise, form, label] = columns.map(cell) as [
      string,
      string,
      string,
      string,
      string,
    ]
    return { place, placeEn, enterprise, form, label, number: at + 1, text: text(cells), isOdd: !order }
  })
  return { head: isNamed ? text(first) : '', lines }
}

function columnNamed(cell: string): Column | undefined {
  const key = keyOfName(cell)
  return columns.find((column) => names[column].includes(key))
}
