import { mostColumns, mostRows } from '../kinds/matrix.ts'
import { type Coming, calledOf } from './coming.ts'
import type { FieldIn } from './field-in.ts'
import { textIn } from './rows-in.ts'
import type { Node } from './survey-tree.ts'
import { tellUnheard, tellUnheardOfQuestion } from './unheard.ts'
import { saysNo, saysYes } from './yes-or-no.ts'

type Question = Extract<Node, { is: 'question' }>

/** A group of rows that offer the same, shown as a table, as one question; null where it is none. */
export function matrixIn(coming: Coming, { row, nodes }: Extract<Node, { nodes: Node[] }>): FieldIn | null {
  if (!/\btable-list\b/.test(row.cells.appearance ?? '')) return null
  const asked = nodes.filter((node): node is Question => node.is === 'question')
  const [first] = asked
  const list = first && coming.lists.get(first.type.list)
  const isOne = asked.every(({ type }) => type.name === 'select_one' && type.list === first?.type.list)
  if (!list || !isOne || asked.length !== nodes.length || asked.length < 2) return null
  if (!asked.every((one) => isAskedAlike(one, first))) return null
  const { usual } = coming
  const { name: written = '' } = row.cells
  const rows = asked.map(({ row: one }) => ({
    value: rowValue(one.cells.name ?? '', written),
    label: textIn(one, 'label', usual),
  }))
  const isEachOnce = new Set(rows.map(({ value }) => value)).size === rows.length
  if (!isEachOnce || rows.length > mostRows || list.options.length > mostColumns) return null
  const name = calledOf(coming, row, 'table')
  const hint = textIn(row, 'hint', usual)
  const isRequired = saysYes(first.row.cells.required)
  const field = {
    ...{ type: 'matrix', name, label: textIn(row, 'label', usual) },
    ...(hint.zh ? { hint } : {}),
    ...(isRequired ? { required: true } : {}),
    ...{ rows, list: first?.type.list, options: list.options },
  }
  for (const one of asked) {
    tellUnheard(coming, one.row, 'tableRow')
    tellUnheardOfQuestion(coming, one.row, field)
  }
  const known = { name, compared: undefined, options: new Map() }
  return { field, known: [row, ...asked.map((one) => one.row)].map(({ cells }) => [cells.name ?? '', known]) }
}

const ofItsOwn = ['relevant', 'constraint', 'hint:zh', 'hint:en', 'hint:unsaid']
/** Whether one row asks no otherwise than another: a table has nothing of the sort for each of its rows. */
function isAskedAlike({ row: { cells } }: Question, { row: other }: Question): boolean {
  const { required = '' } = cells
  const isPlain = saysYes(required) || saysNo(required)
  return (
    isPlain && required === (other.cells.required ?? '') && ofItsOwn.every((one) => cells[one] === undefined)
  )
}

/** Without the name of the group, which stands before each of its rows. */
function rowValue(row: string, group: string): string {
  const own = row.startsWith(`${group}__`) ? row.slice(group.length + 2) : row
  return own
    .toLowerCase()
    .replace(/[^a-z0-9_]/g, '_')
    .slice(0, 40)
}
