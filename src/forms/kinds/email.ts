import * as v from 'valibot'
import { mailAddress } from '../../typed/mail-address.ts'
import { because, type Kind, oneControl } from './kind.ts'
import { identity, question } from './settings.ts'

export const settings = v.object({ type: v.literal('email'), ...question, identity })
type Email = v.InferOutput<typeof settings>

/** A mailbox, as mail is sent to it. */
export const email: Kind<Email, string> = {
  ...oneControl,
  wants: 'words',
  check: () => mailbox,
  show: (_, given) => given,
  written: (given) => [given],
}

const mailbox = v.pipe(
  v.string(),
  v.check((it) => mailAddress(it) !== null, because('not_an_email')),
  v.transform((it) => mailAddress(it) ?? ''),
)
