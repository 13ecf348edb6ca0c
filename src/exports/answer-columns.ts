import type { Bilingual } from '../db/vocabulary.ts'
import type { Definition, FormPage } from '../forms/definition.ts'
import { type Field, isIdentity, isQuestion } from '../forms/fields.ts'
import { kindOf } from '../forms/kinds/all.ts'
import { yuan } from '../forms/kinds/money.ts'

/** A published version of a form. */
export interface Version {
  id: string
  number: number
  definition: Definition
}

/** One question in a table of answers. */
export interface Column {
  /** The same for ever: the name of the question; of one of several with its page before, and which one it is. */
  id: string
  label: Bilingual
  /** The last version that asked it; null where it is asked now. */
  until: number | null
}

/**
 * The columns of all versions of a form, the newest first: what is asked now, in its order, then what older ones asked.
 * A page that asks of each of several has as many of each question as it ever took, so that all parts of a long table
 * have the same columns. What names a worker has none.
 */
export function columnsOf(versions: readonly Version[]): Column[] {
  const columns = new Map<string, Column>()
  const [current] = versions
  for (const { number, definition } of versions)
    for (const column of definition.pages.flatMap((page) => columnsIn(definition, page)))
      if (!columns.has(column.id))
        columns.set(column.id, { ...column, until: number === current?.number ? null : number })
  return [...columns.values()]
}

/** The id of a question that is asked of each of several. */
export const entryId = (page: string, at: number, name: string) => `${page}.${at + 1}.${name}`

function columnsIn({ values }: Definition, { id, entries, fields, title }: FormPage) {
  const asked = fields
    .filter((field) => field.type !== 'note' && !isIdentity(field))
    .map((field) => ({ id: field.name, label: withUnit(field.label, unitOf(values, field)) }))
  if (!entries) return asked
  return Array.from({ length: entries.most }, (_, at) => at).flatMap((at) =>
    asked.map(({ id: name, label }) => ({
      id: entryId(id, at, name),
      label: inBoth((locale) => `${title[locale]} · ${entries.one[locale]} ${at + 1} · ${label[locale]}`),
    })),
  )
}

/** What the number of a field counts: it stands once, over its column. */
function unitOf(values: Definition['values'], field: Field): Bilingual | undefined {
  if (isQuestion(field)) return kindOf(field).unit?.(field)
  if (field.type !== 'computed') return undefined
  return values[field.value]?.kind === 'money' ? yuan : field.unit
}

function withUnit(label: Bilingual, unit: Bilingual | undefined): Bilingual {
  return unit ? { zh: `${label.zh}（${unit.zh}）`, en: `${label.en} (${unit.en})` } : label
}

function inBoth(text: (locale: keyof Bilingual) => string): Bilingual {
  return { zh: text('zh'), en: text('en') }
}
