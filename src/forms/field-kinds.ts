import * as v from 'valibot'
import { isWithin } from '../typed/graphemes.ts'
import { oneLine } from '../typed/line.ts'
import { rule } from './faults.ts'

const words = (most: number) =>
  v.pipe(
    v.string(),
    v.transform(oneLine),
    v.nonEmpty(),
    v.check((it) => isWithin(it, most), rule('text_too_long')),
  )

/** A text in both languages; a definition is never published in one only. */
export const bilingual = v.strictObject({ zh: words(600), en: words(1200) })

/** Names that the page itself uses, for its own controls and anchors. */
const taken = ['step', 'token', 'mode', 'named', 'bypass', 'website', 'main', 'helplines', 'lang', 'view']

const name = v.pipe(
  v.string(),
  v.regex(/^[a-z][a-z0-9_]{0,39}$/),
  v.check((it) => !taken.includes(it), rule('name_taken')),
)
const value = v.pipe(v.string(), v.regex(/^[a-z0-9_]{1,40}$/))
const yes = v.optional(v.boolean(), false)
const length = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5000))

const question = { name, label: bilingual, hint: v.optional(bilingual), required: yes, sensitive: yes }
/** Whether the answer names the worker; it then goes to the vault, never to the answers. */
const identity = yes
const option = v.strictObject({ value, label: bilingual, hint: v.optional(bilingual) })
const options = v.pipe(v.array(option), v.minLength(2), v.maxLength(30))

/** `other`: an option "something else" whose text the worker writes. */
const chosen = { ...question, options, other: yes, dangerWhen: v.optional(v.array(value), []) }

/** What a browser may fill in for the worker (WCAG 1.3.5). */
const autocomplete = v.optional(v.picklist(['name', 'email', 'street-address']))

/** The kinds of question a form may ask. `dangerWhen`: answers that mean danger to life. */
export const field = v.variant('type', [
  v.strictObject({
    type: v.literal('text'),
    ...question,
    identity,
    autocomplete,
    maxLength: v.optional(length, 200),
  }),
  v.strictObject({ type: v.literal('long_text'), ...question, maxLength: v.optional(length, 2000) }),
  v.strictObject({ type: v.literal('choice'), ...chosen }),
  v.strictObject({ type: v.literal('choices'), ...chosen }),
  v.strictObject({
    type: v.literal('yes_no'),
    ...question,
    dangerWhen: v.optional(v.array(v.picklist(['yes', 'no'])), []),
  }),
  v.strictObject({
    type: v.literal('number'),
    ...question,
    min: v.optional(v.number(), 0),
    max: v.optional(v.number(), 1_000_000_000),
    /** It counts what has no parts: people, days. */
    whole: yes,
    unit: v.optional(bilingual),
  }),
  /** `dayOptional`: a month is enough. */
  v.strictObject({ type: v.literal('date'), ...question, dayOptional: yes }),
  v.strictObject({ type: v.literal('phone'), ...question, identity }),
  v.strictObject({ type: v.literal('enterprise'), ...question }),
  v.strictObject({ type: v.literal('consent'), ...question }),
  v.strictObject({ type: v.literal('note'), name, label: bilingual, hint: v.optional(bilingual) }),
])

export type Field = v.InferOutput<typeof field>
export type FieldOf<T extends Field['type']> = Extract<Field, { type: T }>

/** A field that takes an answer. */
export type Question = Exclude<Field, { type: 'note' }>

export function isQuestion(it: Field): it is Question {
  return it.type !== 'note'
}

/** Whether the answer belongs to the vault. */
export function isIdentity(it: Field): boolean {
  return 'identity' in it && it.identity
}
