import * as v from 'valibot'
import { isWithin, lengthOf } from '../../typed/graphemes.ts'
import { oneLine } from '../../typed/line.ts'
import type { Parts } from '../answers.ts'
import { inParts, postedParts } from './in-parts.ts'
import { because, type Kind } from './kind.ts'
import { identity, question } from './settings.ts'

/** From the widest on, as an address is written in Chinese. */
export const addressParts = ['province', 'city', 'county', 'town', 'area', 'detail'] as const
export type AddressPart = (typeof addressParts)[number]

const part = v.picklist(addressParts)

export const settings = v.object({
  type: v.literal('address'),
  ...question,
  identity,
  /** What is asked of it; a county knows where it lies. */
  parts: v.optional(v.pipe(v.array(part), v.minLength(1)), ['county', 'town', 'detail']),
  /** Without these it is none, so that they are asked in any case. */
  needed: v.optional(v.array(part), []),
})
type Address = v.InferOutput<typeof settings>

/** The longest address that is taken, all in one line. */
const most = 200

/** Where somebody lives or works, part by part. */
export const address: Kind<Address, Parts | string> = {
  wants: 'words',
  ...inParts(partsAsked, missing),
  check: (asked) =>
    v.pipe(
      v.record(v.string(), v.pipe(v.string(), v.transform(oneLine))),
      v.check((given) => missing(asked, given).length === 0, because('required')),
      v.check((given) => isWithin(inOneLine(given), most), because('too_long')),
    ),
  measure(asked, posted) {
    return { most, now: lengthOf(inOneLine(postedParts(asked, partsAsked(asked), posted))) }
  },
  show: (_, given) => inOneLine(given),
  cell: (_, given) => inOneLine(given),
  written: (given) => [inOneLine(given)],
}

export function partsAsked({ parts, needed }: Address): AddressPart[] {
  return addressParts.filter((it) => parts.includes(it) || needed.includes(it))
}

function missing({ needed }: Address, given: Parts): AddressPart[] {
  return addressParts.filter((it) => needed.includes(it) && !given[it])
}

/** As it stands on a letter: in Chinese from the widest part on, else the other way round. In the vault it is one already. */
function inOneLine(given: Parts | string): string {
  if (typeof given === 'string') return given
  const lines = addressParts.flatMap((it) => given[it] ?? [])
  return /\p{sc=Han}/u.test(lines.join('')) ? lines.join(' ') : lines.reverse().join(', ')
}
