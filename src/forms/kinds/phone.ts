import * as v from 'valibot'
import { phoneNumber } from '../../typed/phone.ts'
import { because, type Kind, oneControl } from './kind.ts'
import { identity, question } from './settings.ts'

export const settings = v.object({ type: v.literal('phone'), ...question, identity })
type Phone = v.InferOutput<typeof settings>

/** A number as it is dialled. */
export const phone: Kind<Phone, string> = {
  ...oneControl,
  wants: 'words',
  check: () => dialled,
  show: (_, given) => given,
  written: (given) => [given],
}

const dialled = v.pipe(
  v.string(),
  v.check((it) => phoneNumber(it) !== null, because('not_a_phone')),
  v.transform((it) => phoneNumber(it) ?? ''),
)
