import type { Bilingual } from '../../db/vocabulary.ts'

/** The sheets of such a file. */
export const sheetNames = ['survey', 'choices', 'settings'] as const
export type SheetName = (typeof sheetNames)[number]

/** A row by the heads of its columns, and where it stands: from 1 on, its head among them. */
export interface SheetRow {
  row: number
  cells: Readonly<Record<string, string>>
}
export type Sheets = Record<SheetName, SheetRow[]>

/** How a column in a language is called, and the form's own language. */
export const languages = { zh: '中文 (zh)', en: 'English (en)' } as const

/** A text in both languages, by the columns that it stands in. */
export function columnsOf(head: string, text: Bilingual | undefined): Record<string, string> {
  if (!text) return {}
  return {
    [`${head}::${languages.zh}`]: withoutNames(text.zh),
    [`${head}::${languages.en}`]: withoutNames(text.en),
  }
}

/** The columns that hold texts of people, each in a language. */
export const textColumns = ['label', 'hint', 'constraint_message']

/** Whether a text names what is to stand in its place. */
export const isNamedIn = ({ zh, en }: Bilingual) => /\$\{/.test(zh + en)

/** In a text of ours nothing is put in the place of a name. */
const withoutNames = (text: string) => text.replaceAll('${', '$ {')

/** What a form has that is said before anything is asked, by the names of the notes that say it there. */
export const notesOfForm = { form_intro: 'intro', form_readers: 'readers', form_use: 'use' } as const

/** What cannot be said in such a file, or is not there in our forms. */
export interface Lost {
  what: LostOut | LostIn
  /** Of what: a question, a column, an expression. */
  of: string | Bilingual
  at?: { sheet: SheetName; row: number }
  /** The setting that it is about. */
  setting?: string
}

/** What of our forms such a file does not say. */
export const lostOut = [
  'handling',
  'kind',
  'setting',
  'retired_options',
  'option_hints',
  'exit',
  'entries',
  'checks_joined',
  'expression_out',
] as const
export type LostOut = (typeof lostOut)[number]

/** What of such a file our forms do not have. */
export const lostIn = [
  'type',
  'silent_type',
  'time_of_day',
  'column',
  'parameter',
  'readonly',
  'fixed',
  'sheet',
  'appearance',
  'language',
  'no_chinese',
  'expression',
  'calculation',
  'in_repeat',
  'nested_repeat',
  'unbalanced',
  'list_missing',
  'option_twice',
  'option_unnamed',
  'renamed',
  'group_title',
  'named_in_text',
  'more_entries',
] as const
export type LostIn = (typeof lostIn)[number]
