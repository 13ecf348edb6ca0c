import * as v from 'valibot'
import { phoneNumber } from '../../typed/phone.ts'
import { meant } from './cleaned.ts'
import { type Kind, typedWords } from './kind.ts'
import { identity, question } from './settings.ts'

export const settings = v.object({ type: v.literal('phone'), ...question, identity })
type Phone = v.InferOutput<typeof settings>

/** A number as it is dialled. */
export const phone: Kind<Phone, string> = {
  ...typedWords,
  check: () => dialled,
}

const dialled = meant(phoneNumber, 'not_a_phone')
