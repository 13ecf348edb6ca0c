import * as v from 'valibot'
import { closedUp } from './half-width.ts'

const address = v.pipe(v.string(), v.maxLength(200), v.email())

/** A mailbox as mail is sent to it, in small letters; null where a text is none. Takes one out of `name <box>`, too. */
export function mailAddress(text: string): string | null {
  const typed = closedUp(text)
    .toLowerCase()
    .replace(/^.*[<:](?=[^<:]*@)/, '')
    .replace(/[>.,;]+$/, '')
  return v.is(address, typed) ? typed : null
}
