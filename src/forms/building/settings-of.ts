import type { Field, FieldOf } from '../fields.ts'

/** A kind that somebody chooses for a field. */
export type FieldType = Exclude<Field['type'], 'unknown'>

/** What is asked of any field, or stands on another page. */
type Common =
  | 'type'
  | 'name'
  | 'label'
  | 'hint'
  | 'required'
  | 'requiredWhen'
  | 'sensitive'
  | 'checks'
  | 'list'
type SettingOf<Type extends FieldType> = Type extends FieldType ? Exclude<keyof FieldOf<Type>, Common> : never
/** What may be set of some kind beyond that. */
export type Setting = SettingOf<FieldType>

/** The settings of each kind, in the order in which they are asked. */
export const settingsOf: { [Type in FieldType]: readonly SettingOf<Type>[] } = {
  text: ['maxLength', 'identity', 'autocomplete'],
  long_text: ['maxLength'],
  choice: ['options', 'other', 'dangerWhen'],
  choices: ['options', 'other', 'least', 'most', 'dangerWhen'],
  yes_no: ['dangerWhen'],
  number: ['min', 'max', 'whole', 'unit'],
  date: ['dayOptional'],
  phone: ['identity', 'short'],
  enterprise: [],
  email: ['identity'],
  credit_code: [],
  address: ['parts', 'needed', 'identity'],
  list: ['options'],
  matrix: ['rows', 'options'],
  ranking: ['options', 'most'],
  place: [],
  scale: ['steps'],
  name: ['identity'],
  resident_id: [],
  money: ['min', 'max'],
  month: [],
  time: [],
  declaration: [],
  signature: ['statement'],
  consent: [],
  photo: ['most', 'evidence'],
  voice: ['most', 'evidence'],
  file: ['most', 'evidence'],
  computed: ['value', 'unit'],
  note: [],
}

export const fieldTypesAll = Object.keys(settingsOf) as FieldType[]

export function isFieldType(it: string): it is FieldType {
  return Object.hasOwn(settingsOf, it)
}
