import type { Bilingual } from '../../db/vocabulary.ts'
import type { FieldType, Setting } from '../building/settings-of.ts'
import type { FieldOf } from '../fields.ts'
import { yesOrNoLabels } from './yes-or-no.ts'

/** What a question is there. */
export interface KindOut {
  type: string
  appearance?: string
  parameters?: string
  readonly?: 'yes'
  calculation?: string
  /** What an answer has to be, apart from the checks of the form. */
  bounds?: string[]
  hint?: Bilingual
  /** The settings that it says; `null` where it comes back as another kind. */
  says: readonly Setting[] | null
}

interface Option {
  value: string
  label: Bilingual
}

/** Puts a list among the choices; answers by which name. */
export type ListOut = (name: string, options: readonly Option[]) => string

type Kinds = { [Type in FieldType]: (it: FieldOf<Type>, list: ListOut) => KindOut }

const asWords = (): KindOut => ({ type: 'text', says: null })
const ticked = (): KindOut => ({ type: 'acknowledge', says: [] })
const attached = (type: string) => (): KindOut => ({ type, says: [] })
const offered = ({ options }: { options: (Option & { retired?: boolean | undefined })[] }) =>
  options.filter(({ retired }) => !retired)
const between = ({ min, max }: { min: number; max: number }) => [`. >= ${min}`, `. <= ${max}`]
const orOther = ({ other }: { other: boolean }) => (other ? ' or_other' : '')
const no = (count: number | undefined, sign: string) =>
  count === undefined ? [] : [`count-selected(.) ${sign} ${count}`]

/** Each kind of question as such a file has it. */
export const kindsOut: Kinds = {
  text: ({ maxLength }) => ({
    type: 'text',
    bounds: [`string-length(.) <= ${maxLength}`],
    says: ['maxLength'],
  }),
  long_text: ({ maxLength }) => ({
    type: 'text',
    appearance: 'multiline',
    bounds: [`string-length(.) <= ${maxLength}`],
    says: ['maxLength'],
  }),
  choice: (it, list) => ({
    type: `select_one ${list(it.list ?? it.name, offered(it))}${orOther(it)}`,
    says: ['options', 'other'],
  }),
  choices: (it, list) => ({
    type: `select_multiple ${list(it.list ?? it.name, offered(it))}${orOther(it)}`,
    bounds: [...no(it.least, '>='), ...no(it.most, '<=')],
    says: ['options', 'other', 'least', 'most'],
  }),
  yes_no: (_, list) => ({ type: `select_one ${list('yes_no', yesOrNoLabels)}`, says: [] }),
  number: (it) => ({
    type: it.whole ? 'integer' : 'decimal',
    bounds: between(it),
    says: ['min', 'max', 'whole'],
  }),
  date: () => ({ type: 'date', says: [] }),
  phone: asWords,
  enterprise: asWords,
  email: asWords,
  credit_code: asWords,
  address: asWords,
  list: (it, list) => ({
    type: `select_one ${list(it.list ?? it.name, offered(it))}`,
    appearance: 'autocomplete',
    says: ['options'],
  }),
  matrix: (it, list) => ({
    type: `select_one ${list(it.list ?? it.name, offered(it))}`,
    says: ['rows', 'options'],
  }),
  ranking: (it, list) => ({ type: `rank ${list(it.list ?? it.name, offered(it))}`, says: ['options'] }),
  place: () => ({ type: 'geopoint', says: [] }),
  scale: (it, list) => ({
    type: `select_one ${list(
      it.name,
      it.steps.map((label, at) => ({ value: String(at + 1), label })),
    )}`,
    appearance: 'likert',
    says: ['steps'],
  }),
  name: asWords,
  resident_id: asWords,
  money: ({ min, max }) => ({
    type: 'decimal',
    bounds: between({ min: min / 100, max: max / 100 }),
    says: null,
  }),
  month: () => ({ type: 'date', appearance: 'month-year', says: [] }),
  time: () => ({ type: 'time', says: [] }),
  declaration: () => ({ ...ticked(), says: null }),
  signature: ({ statement }) => ({ type: 'text', hint: statement, says: null }),
  consent: ticked,
  photo: attached('image'),
  voice: attached('audio'),
  file: attached('file'),
  computed: ({ value }) => ({
    type: 'text',
    readonly: 'yes',
    calculation: `\${${value}}`,
    says: ['value'],
  }),
  note: () => ({ type: 'note', says: [] }),
}
