import * as v from 'valibot'
import { settings as address } from './kinds/address.ts'
import { settings as choice } from './kinds/choice.ts'
import { settings as choices } from './kinds/choices.ts'
import { settings as computed } from './kinds/computed.ts'
import { settings as consent } from './kinds/consent.ts'
import { settings as creditCode } from './kinds/credit-code.ts'
import { settings as date } from './kinds/date.ts'
import { settings as declaration } from './kinds/declaration.ts'
import { settings as email } from './kinds/email.ts'
import { settings as enterprise } from './kinds/enterprise.ts'
import { settings as file } from './kinds/file.ts'
import { settings as list } from './kinds/list.ts'
import { settings as longText } from './kinds/long-text.ts'
import { settings as matrix } from './kinds/matrix.ts'
import { settings as money } from './kinds/money.ts'
import { settings as month } from './kinds/month.ts'
import { settings as name } from './kinds/name.ts'
import { settings as note } from './kinds/note.ts'
import { settings as number } from './kinds/number.ts'
import { settings as phone } from './kinds/phone.ts'
import { settings as photo } from './kinds/photo.ts'
import { settings as place } from './kinds/place.ts'
import { settings as ranking } from './kinds/ranking.ts'
import { settings as residentId } from './kinds/resident-id.ts'
import { settings as scale } from './kinds/scale.ts'
import { shown } from './kinds/settings.ts'
import { settings as signature } from './kinds/signature.ts'
import { settings as text } from './kinds/text.ts'
import { settings as time } from './kinds/time.ts'
import { settings as voice } from './kinds/voice.ts'
import { settings as yesNo } from './kinds/yes-no.ts'

/** What may stand in a form. */
export const field = v.variant('type', [
  text,
  longText,
  choice,
  choices,
  yesNo,
  number,
  date,
  phone,
  enterprise,
  email,
  creditCode,
  address,
  list,
  matrix,
  ranking,
  place,
  scale,
  name,
  residentId,
  money,
  month,
  time,
  declaration,
  signature,
  consent,
  photo,
  voice,
  file,
  computed,
  note,
])

/** A kind that this version of the service does not know, or not as it is set. */
export const unknownField = v.pipe(
  v.object({
    name: shown.name,
    label: shown.label,
    identity: v.fallback(v.optional(v.boolean(), false), false),
    sensitive: v.fallback(v.optional(v.boolean(), false), false),
  }),
  v.transform((it) => ({ ...it, type: 'unknown' as const, hint: undefined })),
)

export type Field = v.InferOutput<typeof field> | v.InferOutput<typeof unknownField>
export type FieldOf<T extends Field['type']> = Extract<Field, { type: T }>

/** A field that takes an answer. */
export type Question = Exclude<Field, { type: 'note' | 'computed' | 'unknown' }>

export function isQuestion(it: Field): it is Question {
  return it.type !== 'note' && it.type !== 'computed' && it.type !== 'unknown'
}

/** Whether the answer belongs to the vault. */
export function isIdentity(it: Field): boolean {
  return 'identity' in it && it.identity
}
