import type { Json } from '../json.ts'
import { type Coming, calledOf, tell } from './coming.ts'
import { constraintIn } from './constraint-in.ts'
import { conditionIn, type Known } from './expressions-in.ts'
import { kindIn } from './kinds-in.ts'
import { textIn } from './rows-in.ts'
import type { Lost, SheetRow } from './sheets.ts'
import type { Node } from './survey-tree.ts'
import { tellLook, tellUnheard, tellUnheardOfQuestion } from './unheard.ts'
import { saysNo, saysYes } from './yes-or-no.ts'

export interface FieldIn {
  field: Json
  /** As what conditions may look at it, by its name in the file. */
  known: [string, Known][]
}

const once = ['photo', 'voice', 'file', 'consent']

/** A row that asks, as a field; null where it asks nothing that is asked here. */
export function fieldIn(
  coming: Coming,
  node: Extract<Node, { is: 'question' }>,
  isRepeated = false,
): FieldIn | null {
  const { row, type } = node
  const { usual, lists } = coming
  const { name: written = '', calculation, relevant } = row.cells
  const kind = kindIn(type, row, lists)
  if (!kind.ok) {
    tell(coming, kind.why, row.cells.type ?? '', row)
    return null
  }
  const asked = String(kind.field.type)
  if (isRepeated && (once.includes(asked) || calculation)) {
    tell(coming, 'in_repeat', written, row)
    return null
  }
  if (kind.lost) tell(coming, kind.lost, written, row)
  tellLook(coming, row)
  tellUnheard(coming, row, asked === 'note' ? 'note' : 'question')
  tellUnheardOfQuestion(coming, row, kind.field)
  if (isRepeated && relevant) tell(coming, 'in_repeat', relevant, row)
  const name = calledOf(coming, row, 'question')
  const label = textIn(row, 'label', usual)
  const hint = textIn(row, 'hint', usual)
  const shown = { name, label, ...(hint.zh ? { hint } : {}) }
  if (calculation) return computedIn(coming, row, shown)
  const known: Known = { name, ...kind.known }
  if (asked === 'note') return { field: { type: asked, ...shown }, known: [] }
  const { type: _, list, ...others } = kind.field
  // A list is called as its question, where nothing else is said.
  const settings = list === undefined || list === name ? others : { ...others, list }
  const field = { type: asked, ...shown, ...requiredIn(coming, row, isRepeated), ...settings }
  return {
    field: { ...field, ...checkedIn(coming, row, { asked, known, settings, label }) },
    known: [[written, known]],
  }
}

/** A value that is shown: it has a name of its own, where it is not one that the file works out already. */
function computedIn(
  coming: Coming,
  row: SheetRow,
  shown: Json & { name: string; label: { zh: string; en: string } },
): FieldIn | null {
  const { pages, values, names } = coming
  const [, written = ''] = /^\$\{([^{}]+)\}$/.exec(row.cells.calculation ?? '') ?? []
  const value = pages.before.get(written.trim())?.name ?? ''
  if (value in values.values) return { field: { type: 'computed', ...shown, value }, known: [] }
  const own = names.free(`${shown.name}_value`)
  values.wait({ row, written: own, name: own, called: shown.label })
  values.workIn(pages.before)
  if (own in values.values) return { field: { type: 'computed', ...shown, value: own }, known: [] }
  coming.lost.push(...values.giveUp(own))
  return null
}

function requiredIn(coming: Coming, row: SheetRow, isRepeated: boolean): Json {
  const text = row.cells.required?.trim() ?? ''
  if (saysNo(text)) return {}
  if (saysYes(text)) return { required: true }
  const when = isRepeated ? null : conditionIn(text, coming.pages.before)
  if (when) return { requiredWhen: coming.pages.conditionNamed(when, textIn(row, 'label', coming.usual)) }
  tell(coming, isRepeated ? 'in_repeat' : 'expression', text, row)
  return {}
}

interface Checked {
  asked: string
  known: Known
  settings: Json
  label: { zh: string; en: string }
}

/** What its answer has to be: bounds are settings of its kind, all else is a check with what is said. */
function checkedIn(coming: Coming, row: SheetRow, { asked, known, settings: before, label }: Checked): Json {
  const { constraint } = row.cells
  if ('min' in before && !constraint) return {}
  const here = coming.pages.withHere()
  const names = new Map([...here, ['.', known] as const, [row.cells.name ?? '', known] as const])
  const { settings, check, isLost } = constraintIn(constraint, 'min' in before ? 'range' : asked, names)
  if (isLost) tell(coming, 'expression', constraint ?? '', row)
  const message = textIn(row, 'constraint_message', coming.usual)
  const isSaid = message.zh !== ''
  if (isSaid && !check) coming.lost.push(unsaid(row))
  return check
    ? { ...settings, checks: [{ id: 'check', holds: check, text: isSaid ? message : label }] }
    : settings
}

/** Our own words stand at a bound. */
function unsaid({ row }: SheetRow): Lost {
  return { what: 'column', of: 'constraint_message', at: { sheet: 'survey', row } }
}
