import type { Bilingual } from '../../db/vocabulary.ts'
import { settingsOf } from '../building/settings-of.ts'
import type { Definition, FormPage } from '../definition.ts'
import { type Field, isQuestion } from '../fields.ts'
import { conditionOut, termOut } from './expressions-out.ts'
import { type KindOut, kindsOut, type ListOut } from './kinds-out.ts'
import { rowName } from './names-out.ts'
import { columnsOf, type Lost, type LostOut, languages, notesOfForm } from './sheets.ts'

type Cells = Record<string, string>

/** A form as the sheets of such a file, and what of it they do not say. */
export interface FormOut {
  survey: Cells[]
  choices: Cells[]
  settings: Cells[]
  lost: Lost[]
}

interface Going extends FormOut {
  definition: Definition
  list: ListOut
}

/** A form as XLSForm: what is common to both. `slug` names it, `number` is its version. */
export function formOut(
  definition: Definition,
  { slug, number }: { slug: string; number: number | null },
): FormOut {
  const out: FormOut = { survey: [], choices: [], settings: [], lost: [] }
  const going: Going = { ...out, definition, list: listsInto(out.choices) }
  const { title, pages, values } = definition
  for (const [name, key] of Object.entries(notesOfForm))
    out.survey.push({ type: 'note', name, ...columnsOf('label', definition[key]) })
  for (const page of pages) pageOut(going, page)
  for (const [name, { name: called, of }] of Object.entries(values)) {
    const calculation = termOut(of, { definition })
    if (calculation === undefined) lose(going, 'expression_out', called)
    out.survey.push({ type: 'calculate', name, calculation: calculation ?? '0' })
  }
  lose(going, 'handling', title)
  out.settings.push({
    form_title: title.zh,
    form_title_en: title.en,
    form_id: slug,
    version: String(number ?? 0),
    default_language: languages.zh,
  })
  return out
}

function lose({ lost }: Going, what: LostOut, of: Bilingual, setting?: string): void {
  lost.push({ what, of, ...(setting ? { setting } : {}) })
}

function pageOut(going: Going, page: FormPage): void {
  const { id, kind, title, intro, entries, show, fields } = page
  const isRepeat = kind === 'repeat'
  const count = entries && entries.least === entries.most ? { repeat_count: String(entries.most) } : {}
  if (entries && entries.least !== entries.most) lose(going, 'entries', title)
  if (kind === 'exit') lose(going, 'exit', title)
  going.survey.push({
    type: isRepeat ? 'begin_repeat' : 'begin_group',
    name: id,
    ...columnsOf('label', title),
    appearance: 'field-list',
    ...relevantOf(going, show, title),
    ...count,
  })
  if (intro) going.survey.push({ type: 'note', name: `${id}_intro`, ...columnsOf('label', intro) })
  for (const field of fields) if (field.type !== 'unknown') fieldOut(going, field)
  going.survey.push({ type: isRepeat ? 'end_repeat' : 'end_group', name: id })
}

function relevantOf(going: Going, show: string | undefined, title: Bilingual): Cells {
  if (show === undefined) return {}
  const relevant = conditionOut({ ref: show }, going)
  if (relevant === undefined) lose(going, 'expression_out', title)
  return relevant === undefined ? {} : { relevant }
}

function fieldOut(going: Going, field: Exclude<Field, { type: 'unknown' }>): void {
  const kind = kindsOut[field.type](field as never, going.list)
  loseSettings(going, field, kind)
  const { type, appearance, parameters, readonly, calculation, says } = kind
  const more: Cells = {
    ...(appearance ? { appearance } : {}),
    ...(parameters ? { parameters } : {}),
    ...(readonly ? { readonly } : {}),
    ...(calculation ? { calculation } : {}),
    ...(isQuestion(field) ? { ...requiredOf(going, field), ...constraintOf(going, field, kind) } : {}),
  }
  if (says === null) lose(going, 'kind', field.label)
  const shown = { ...columnsOf('label', field.label), ...columnsOf('hint', field.hint ?? kind.hint) }
  if (field.type !== 'matrix') {
    going.survey.push({ type, name: field.name, ...shown, ...more })
    return
  }
  going.survey.push({ type: 'begin_group', name: field.name, ...shown, appearance: 'table-list' })
  for (const { value, label } of field.rows)
    going.survey.push({ type, name: rowName(field.name, value), ...columnsOf('label', label), ...more })
  going.survey.push({ type: 'end_group', name: field.name })
}

/** What is set otherwise than usual, and is not said there. */
function loseSettings(going: Going, field: Exclude<Field, { type: 'unknown' }>, { says }: KindOut): void {
  const set = field as unknown as Record<string, unknown>
  const unsaid = says === null ? [] : settingsOf[field.type].filter((one) => !says.includes(one as never))
  for (const setting of [...unsaid, 'sensitive'])
    if (isSet(setting, set[setting])) lose(going, 'setting', field.label, setting)
  if ('options' in field) {
    if (field.options.some((one) => 'retired' in one && one.retired))
      lose(going, 'retired_options', field.label)
    const rows = 'rows' in field ? field.rows : []
    if ([...field.options, ...rows].some(({ hint }) => hint)) lose(going, 'option_hints', field.label)
    if (field.options.some((one) => 'exclusive' in one && one.exclusive))
      lose(going, 'setting', field.label, 'exclusive')
  }
}

function isSet(setting: string, it: unknown): boolean {
  if (setting === 'most') return it !== undefined && it !== 1
  return Array.isArray(it) ? it.length > 0 : Boolean(it)
}

type Asked = Extract<Field, { required: boolean }>

function requiredOf(going: Going, { required, requiredWhen, label }: Asked): Cells {
  if (requiredWhen === undefined) return required ? { required: 'yes' } : {}
  const when = conditionOut({ ref: requiredWhen }, going)
  if (when === undefined) lose(going, 'expression_out', label)
  return when === undefined ? {} : { required: when }
}

function constraintOf(going: Going, { name, label, checks }: Asked, { bounds = [] }: KindOut): Cells {
  const held = checks.map(({ holds }) => conditionOut(holds, { ...going, self: name }))
  if (held.includes(undefined)) lose(going, 'expression_out', label)
  const said = checks.filter((_, at) => held[at] !== undefined)
  const holding = held.filter((one) => one !== undefined)
  if (said.length > 1) lose(going, 'checks_joined', label)
  const all = [...bounds, ...holding.map((one) => (/ and | or /.test(one) ? `(${one})` : one))]
  if (all.length === 0) return {}
  const message = {
    zh: said.map(({ text }) => text.zh).join(' '),
    en: said.map(({ text }) => text.en).join(' '),
  }
  return {
    constraint: all.join(' and '),
    ...(said.length > 0 ? columnsOf('constraint_message', message) : {}),
  }
}

/** Each list once, by its name; another one that is called so goes under a number. */
function listsInto(choices: Cells[]): ListOut {
  const known = new Map<string, string>()
  return (wanted, options) => {
    const offer = JSON.stringify(options.map(({ value, label }) => [value, label]))
    let name = wanted
    for (let count = 2; (known.get(name) ?? offer) !== offer; count++) name = `${wanted}_${count}`
    if (!known.has(name))
      for (const { value, label } of options)
        choices.push({ list_name: name, name: value, ...columnsOf('label', label) })
    known.set(name, offer)
    return name
  }
}
