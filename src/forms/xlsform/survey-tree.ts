import type { Lost, SheetRow } from './sheets.ts'
import { type TypeIn, typeIn } from './types-in.ts'

/** The sheet of questions as it is meant: groups and repetitions hold what stands between their rows. */
export type Node =
  | { is: 'question'; row: SheetRow; type: TypeIn }
  | { is: 'group' | 'repeat'; row: SheetRow; nodes: Node[] }

const deepest = 10

/** Rows that end what was not begun, or do not end what was, are told, and those that do not say what they are. */
export function treeIn(survey: SheetRow[]): { nodes: Node[]; lost: Lost[] } {
  const nodes: Node[] = []
  const open: Extract<Node, { nodes: Node[] }>[] = []
  const lost: Lost[] = []
  const unbalanced = ({ row, cells }: SheetRow) =>
    lost.push({ what: 'unbalanced', of: cells.type ?? '', at: { sheet: 'survey', row } })
  for (const row of survey) {
    const [, begins, of] = /^(begin|end)[ _](group|repeat|loop)$/i.exec(row.cells.type?.trim() ?? '') ?? []
    const here = open.at(-1)?.nodes ?? nodes
    if (begins?.toLowerCase() === 'begin') {
      if (open.length >= deepest) unbalanced(row)
      const one = {
        is: of?.toLowerCase() === 'group' ? 'group' : 'repeat',
        row,
        nodes: [] as Node[],
      } as const
      here.push(one)
      open.push(one)
    } else if (begins) {
      if (!open.pop()) unbalanced(row)
    } else if (row.cells.type) here.push({ is: 'question', row, type: typeIn(row.cells.type) })
    else lost.push({ what: 'type', of: row.cells.name ?? '', at: { sheet: 'survey', row: row.row } })
  }
  for (const { row } of open) unbalanced(row)
  return { nodes, lost }
}
