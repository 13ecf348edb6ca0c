import type { Locale } from '../../db/vocabulary.ts'
import { type SheetName, textColumns } from './sheets.ts'

/** A column of a sheet, by the name that its head has here. */
export interface Head {
  /** Empty of a column that is not known here. */
  name: string
  /** Of a text: in which language; `other` of one that we do not write. */
  language?: Locale | 'other' | 'unsaid'
  /** As it stands in the file. */
  written: string
}

const known: Record<string, string> = {
  ...{ type: 'type', name: 'name', value: 'name', list_name: 'list_name' },
  ...{ label: 'label', caption: 'label', hint: 'hint' },
  ...{ required: 'required', 'bind::required': 'required' },
  ...{ relevant: 'relevant', relevance: 'relevant', 'bind::relevant': 'relevant' },
  ...{ constraint: 'constraint', 'bind::constraint': 'constraint' },
  ...{ constraint_message: 'constraint_message', 'bind::jr:constraintmsg': 'constraint_message' },
  ...{ calculation: 'calculation', calculate: 'calculation', 'bind::calculate': 'calculation' },
  ...{ appearance: 'appearance', 'body::appearance': 'appearance', 'control::appearance': 'appearance' },
  ...{ readonly: 'readonly', read_only: 'readonly', 'bind::readonly': 'readonly' },
  ...{ repeat_count: 'repeat_count', count: 'repeat_count', 'body::jr:count': 'repeat_count' },
  parameters: 'parameters',
  ...{ form_title: 'form_title', title: 'form_title', form_title_en: 'form_title_en' },
  ...{ default_language: 'default_language', form_id: 'form_id', id_string: 'form_id', version: 'version' },
}

/** What is looked at in each sheet. */
const looked: Record<SheetName, readonly string[]> = {
  survey: [
    ...['type', 'name', 'label', 'hint', 'required', 'relevant', 'constraint', 'constraint_message'],
    ...['calculation', 'appearance', 'readonly', 'repeat_count', 'parameters'],
  ],
  choices: ['list_name', 'name', 'label'],
  settings: ['form_title', 'form_title_en', 'default_language', 'form_id', 'version'],
}

/** What a head means, however it is written; nothing, where that is not looked at in its sheet. */
export function headIn(sheet: SheetName, written: string): Head {
  const head = meant(written)
  return looked[sheet].includes(head.name) ? head : { name: '', written }
}

function meant(written: string): Head {
  const plain = written.trim().toLowerCase().replace(/\s+/g, ' ')
  const whole = known[plain.replaceAll(' ', '_')]
  if (whole)
    return textColumns.includes(whole)
      ? { name: whole, language: 'unsaid', written }
      : { name: whole, written }
  const [, head = '', language = ''] = /^([a-z_ ]+?) ?::? ?(.+)$/.exec(plain) ?? []
  const name = known[head.replaceAll(' ', '_')]
  const isText = name !== undefined && textColumns.includes(name)
  return isText ? { name, language: languageIn(language), written } : { name: '', written }
}

/** A language as people call it, or by its code in brackets. */
export function languageIn(written: string): Locale | 'other' {
  const plain = written.trim().toLowerCase()
  if (/\((?:zh|cmn)\b|^(?:zh|cmn|chinese|mandarin|中文|汉语|简体|普通话)/.test(plain)) return 'zh'
  return /\(en\b|^(?:en|english|英文|英语)\b/.test(plain) || /^英/.test(plain) ? 'en' : 'other'
}
