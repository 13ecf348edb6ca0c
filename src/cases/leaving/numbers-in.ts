import type { Run } from '../../engine/leaks.ts'
import { isDay } from '../../typed/day.ts'
import { isResidentId } from '../../typed/resident-id.ts'

/** What may stand between two digits of one number. */
const gap = String.raw`[\s\p{Pd}.·•()\u200b-\u200d\ufeff]{0,3}`
const digits = (first: string, more: number | string) => `${first}(?:${gap}\\d){${more}}`

const mobile = new RegExp(`(?<!\\d)(?:(?:\\+|00)?86${gap})?${digits('1[3-9]', 9)}(?!\\d)`, 'gu')
const landline = new RegExp(`(?<!\\d)\\(?0\\d{2,3}${gap}${digits('[2-9]', '6,7')}(?!\\d)`, 'gu')
const identity = new RegExp(`(?<![\\dA-Za-z])${digits('[1-8]', 16)}${gap}[\\dXx](?![\\dA-Za-z])`, 'gu')
const oldIdentity = new RegExp(`(?<![\\dA-Za-z])${digits('[1-8]', 14)}(?![\\dA-Za-z])`, 'gu')
const mailAddress = /[\w.%+-]+@[A-Za-z\d-]+(?:\.[A-Za-z\d-]+)+/g

/**
 * Mainland telephone numbers, identity card numbers (GB 11643: 18 places with their check digit, or the old 15) and
 * mail addresses in a text, by their shape alone, also in wide digits and with gaps; whose they are is not asked.
 */
export function numbersIn(source: string): Run[] {
  const text = narrow(source)
  return [
    ...found(text, mailAddress, 'mail_address'),
    ...found(text, mobile, 'phone'),
    ...found(text, landline, 'phone'),
    ...found(text, identity, 'id_number').filter((run) => isResidentId(plain(text, run))),
    ...found(text, oldIdentity, 'id_number').filter((run) => isDay(birthdayOfOld(plain(text, run)))),
  ]
}

/** Wide signs as narrow ones; each stays where it stood. */
function narrow(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/\u3000/g, ' ')
}

function found(text: string, pattern: RegExp, why: Run['why']): Run[] {
  return [...text.matchAll(pattern)].map(({ 0: match, index }) => ({
    from: index,
    to: index + match.length,
    why,
  }))
}

function plain(text: string, { from, to }: Run): string {
  return text
    .slice(from, to)
    .replace(/[^\dXx]/g, '')
    .toUpperCase()
}

/** It has no century, for all of them are of the last one. */
function birthdayOfOld(number: string): string {
  return [`19${number.slice(6, 8)}`, number.slice(8, 10), number.slice(10, 12)].join('-')
}
