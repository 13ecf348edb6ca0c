import * as v from 'valibot'
import { mailAddress } from '../../typed/mail-address.ts'
import { meant } from './cleaned.ts'
import { type Kind, typedWords } from './kind.ts'
import { identity, question } from './settings.ts'

export const settings = v.object({ type: v.literal('email'), ...question, identity })
type Email = v.InferOutput<typeof settings>

/** A mailbox, as mail is sent to it. */
export const email: Kind<Email, string> = {
  ...typedWords,
  check: () => mailbox,
}

const mailbox = meant(mailAddress, 'not_an_email')
