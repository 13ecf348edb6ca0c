import type { Bilingual, Locale } from '../../db/vocabulary.ts'
import { emptyForm } from '../building/working.ts'
import type { Json } from '../json.ts'
import { beginning, type Coming, calledOf, nameAll, tell } from './coming.ts'
import { conditionIn } from './expressions-in.ts'
import { type FieldIn, fieldIn } from './field-in.ts'
import { listsIn } from './lists-in.ts'
import { matrixIn } from './matrix-in.ts'
import { isInChinese, textIn, usualLanguage } from './rows-in.ts'
import { type Lost, notesOfForm, type SheetRow, type Sheets } from './sheets.ts'
import { type Node, treeIn } from './survey-tree.ts'
import { tellLook, tellUnheard } from './unheard.ts'

/** Where a question stands: on which page, under which conditions. */
interface Place {
  id: string
  title: Bilingual
  relevant: string[]
}

/** A form out of the sheets of such a file, as a person writes it, and what of them it does not have. */
export function formIn(sheets: Sheets): { definition: Json; lost: Lost[] } {
  const usual = usualLanguage(sheets)
  const { lists, lost } = listsIn(sheets.choices, usual)
  const tree = treeIn(sheets.survey)
  const coming = beginning(usual, lists, [...lost, ...tree.lost])
  const title = titleIn(sheets, usual)
  nameAll(coming, sheets.survey)
  if (!sheets.survey.some((row) => isInChinese(row, usual))) tell(coming, 'no_chinese', '')
  walk(coming, tree.nodes, { id: coming.names.free('part'), title, relevant: [] })
  coming.pages.end()
  coming.values.workIn(coming.pages.before)
  const { pages, values } = coming
  return {
    definition: {
      ...emptyForm(title),
      ...coming.said,
      pages: pages.written(),
      conditions: pages.conditions,
      values: values.values,
    },
    lost: [...coming.lost, ...values.left()],
  }
}

function titleIn({ settings }: Sheets, usual: Locale): Bilingual {
  const { form_title: title = '', form_title_en: english } = settings[0]?.cells ?? {}
  return { zh: title, en: english ?? (usual === 'en' ? title : '') }
}

function walk(coming: Coming, nodes: Node[], place: Place): void {
  for (const node of nodes) {
    if (node.is === 'question') questionIn(coming, node, place)
    else if (node.is === 'repeat') repeatIn(coming, node, place)
    else groupIn(coming, node, place)
  }
}

function groupIn(coming: Coming, node: Extract<Node, { nodes: Node[] }>, place: Place): void {
  const { row, nodes } = node
  tellLook(coming, row)
  const matrix = matrixIn(coming, node)
  tellUnheard(coming, row, matrix ? 'table' : 'group')
  if (matrix) {
    put(coming, row, matrix, place)
    return
  }
  const said = textIn(row, 'label', coming.usual)
  if (said.zh && nodes.every(({ is }) => is !== 'question')) tell(coming, 'group_title', said, row)
  const { relevant } = row.cells
  walk(coming, nodes, {
    id: calledOf(coming, row, 'part'),
    title: said.zh ? said : place.title,
    relevant: relevant ? [...place.relevant, relevant] : place.relevant,
  })
  coming.pages.end()
}

function questionIn(coming: Coming, node: Extract<Node, { is: 'question' }>, place: Place): void {
  const { row, type } = node
  const { name = '', calculation } = row.cells
  const said = Object.entries(notesOfForm).find(([note]) => note === name)
  if (said && type.name === 'note') {
    coming.said[said[1]] = textIn(row, 'label', coming.usual)
    return
  }
  if (type.name === 'calculate') {
    tellUnheard(coming, row, 'calculate')
    const label = textIn(row, 'label', coming.usual)
    const called = label.zh ? label : { zh: name, en: name }
    coming.values.wait({ row, written: name, name: calledOf(coming, row, 'value'), called })
    return
  }
  lookFirst(coming, [...place.relevant, row.cells.relevant, row.cells.required, calculation])
  const field = fieldIn(coming, node)
  if (field) put(coming, row, field, place)
}

/** Puts it on its page, where the conditions that lead there can be read. */
function put(coming: Coming, row: SheetRow, { field, known }: FieldIn, place: Place) {
  const { relevant: own } = row.cells
  const all = own ? [...place.relevant, own] : place.relevant
  lookFirst(coming, all)
  const when = relevantIn(coming, all, row)
  coming.pages.put(field, { ...place, when }, known)
}

function relevantIn(coming: Coming, all: string[], row: SheetRow) {
  if (all.length === 0) return null
  const when = conditionIn(
    all.map((one) => (all.length > 1 ? `(${one})` : one)).join(' and '),
    coming.pages.before,
  )
  if (!when)
    for (const one of all) if (!conditionIn(one, coming.pages.before)) tell(coming, 'expression', one, row)
  return when
}

/** Ends the page where something looks at what was asked on it. */
function lookFirst({ pages, values }: Coming, expressions: (string | undefined)[]): void {
  const looked = expressions.flatMap((one) => [...(one ?? '').matchAll(/\$\{([^{}]+)\}/g)])
  values.workIn(pages.before)
  if (looked.every(([, name = '']) => pages.before.has(name.trim()))) return
  pages.end()
  values.workIn(pages.before)
}

function repeatIn(coming: Coming, node: Extract<Node, { nodes: Node[] }>, place: Place): void {
  const { row } = node
  const { relevant, repeat_count: count } = row.cells
  tellLook(coming, row)
  tellUnheard(coming, row, 'repeat')
  const all = relevant ? [...place.relevant, relevant] : place.relevant
  coming.pages.end()
  lookFirst(coming, all)
  const said = textIn(row, 'label', coming.usual)
  const title = said.zh ? said : place.title
  const entries = entriesIn(count)
  if (count && entries.least === 0) tell(coming, 'more_entries', count, row)
  const fields = flat(coming, node.nodes).flatMap((one) => {
    const read = fieldIn(coming, one, true)
    return read ? [read.field] : []
  })
  if (fields.length === 0) return
  coming.pages.repeat(
    {
      id: calledOf(coming, row, 'repeat'),
      kind: 'repeat',
      title,
      entries: { one: title, ...entries },
      fields,
    },
    relevantIn(coming, all, row),
  )
}

/** So many as are said, if that is a number that is taken. */
function entriesIn(count: string | undefined): { least: number; most: number } {
  const number = Number(count)
  return Number.isInteger(number) && number >= 1 && number <= 10
    ? { least: number, most: number }
    : { least: 0, most: 10 }
}

/** What is asked of each of several, in whatever groups; of what they have each of several is not asked again. */
function flat(coming: Coming, nodes: Node[]): Extract<Node, { is: 'question' }>[] {
  return nodes.flatMap((node) => {
    if (node.is === 'question') return [node]
    if (node.is === 'group') {
      tellUnheard(coming, node.row, 'group')
      const title = textIn(node.row, 'label', coming.usual)
      if (title.zh) tell(coming, 'in_repeat', title, node.row)
      if (node.row.cells.relevant) tell(coming, 'in_repeat', node.row.cells.relevant, node.row)
      return flat(coming, node.nodes)
    }
    tell(coming, 'nested_repeat', node.row.cells.name ?? '', node.row)
    return []
  })
}
