import type { Json } from '../json.ts'
import { type Coming, tell } from './coming.ts'
import { textIn } from './rows-in.ts'
import { isNamedIn, type SheetRow, textColumns } from './sheets.ts'
import { saysNo } from './yes-or-no.ts'

const everywhere = ['type', 'name', 'label', 'relevant', 'appearance']

/** The columns that say something here, by the kind of row that they stand in. */
const heard = {
  question: [
    ...everywhere,
    ...['hint', 'required', 'constraint', 'constraint_message', 'calculation', 'parameters', 'readonly'],
  ],
  note: [...everywhere, 'hint', 'calculation', 'readonly'],
  calculate: ['type', 'name', 'label', 'calculation', 'readonly'],
  group: everywhere,
  table: [...everywhere, 'hint'],
  repeat: [...everywhere, 'repeat_count'],
  /** A row of a table; the look of its parts is the table's own. */
  tableRow: [...everywhere, 'required', 'parameters', 'readonly'],
} as const satisfies Record<string, readonly string[]>
export type RowKind = keyof typeof heard

/** Tells what stands in a row and says nothing here, and the names in its texts, which stay as they are. */
export function tellUnheard(coming: Coming, row: SheetRow, as: RowKind): void {
  const here: readonly string[] = heard[as]
  for (const [head, text] of Object.entries(row.cells)) {
    const column = head.replace(/:.*/, '')
    if (!here.includes(column) && !saysNo(text)) tell(coming, 'column', column, row)
  }
  for (const column of textColumns) {
    const text = textIn(row, column, coming.usual)
    if (isNamedIn(text)) tell(coming, 'named_in_text', text, row)
  }
}

/** The same of what a question that is asked as `field` says besides. */
export function tellUnheardOfQuestion(coming: Coming, row: SheetRow, field: Json): void {
  const { name = '', calculation, readonly, parameters = '' } = row.cells
  if (field.type !== 'note') {
    const isFixed = !saysNo(readonly)
    // What is worked out can be seen here, and nobody types over it.
    if (isFixed !== Boolean(calculation)) tell(coming, isFixed ? 'readonly' : 'fixed', name, row)
  }
  const bounds = 'min' in field ? ['start', 'end', ...(field.whole ? ['step=1'] : [])] : []
  const unheard = parameters
    .replace(/\s*=\s*/g, '=')
    .split(/[\s;,]+/)
    .filter((one) => one && !bounds.includes(one) && !bounds.includes(one.replace(/=.*/, '')))
  if (unheard.length > 0) tell(coming, 'parameter', unheard.join(' '), row)
}

/** A look that is ours as well, or says nothing that we do not. */
const looks = [
  ...['field-list', 'multiline', 'autocomplete', 'likert', 'month-year', 'minimal', 'table-list', 'w1'],
]

export function tellLook(coming: Coming, row: SheetRow): void {
  const strange = (row.cells.appearance ?? '')
    .split(/\s+/)
    .filter((one) => one && !looks.includes(one.toLowerCase()))
  if (strange.length > 0) tell(coming, 'appearance', strange.join(' '), row)
}
