import * as v from 'valibot'
import { phoneNumber } from '../../typed/phone.ts'
import { meant } from './cleaned.ts'
import { type Kind, typedWords } from './kind.ts'
import { identity, question, yes } from './settings.ts'

export const settings = v.object({
  type: v.literal('phone'),
  ...question,
  identity,
  /** That of an office, which may have three digits or five; a worker has none of these. */
  short: yes,
})
type Phone = v.InferOutput<typeof settings>

/** A number as it is dialled. */
export const phone: Kind<Phone, string> = {
  ...typedWords,
  check: ({ short, identity: namesHim }) => (short && !namesHim ? ofOffice : ofAnybody),
}

const ofAnybody = meant(phoneNumber, 'not_a_phone')
const ofOffice = meant((typed) => phoneNumber(typed, { mayBeShort: true }), 'not_a_phone_or_short')
