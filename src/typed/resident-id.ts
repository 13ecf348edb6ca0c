import { isDay } from './day.ts'
import { closedUp } from './half-width.ts'

/** `unclear`: it has not 18 places; `mistyped`: its date does not exist, or its check digit does not fit. */
export type ResidentIdFault = 'unclear' | 'mistyped'

export type ResidentIdRead = { ok: true; id: string } | { ok: false; why: ResidentIdFault }

/** The number of a resident identity card (GB 11643-1999) out of what people type: 18 places, the last perhaps `X`. */
export function readResidentId(typed: string): ResidentIdRead {
  const id = tidyResidentId(typed)
  if (!/^[1-9]\d{16}[\dX]$/.test(id)) return { ok: false, why: 'unclear' }
  return isResidentId(id) ? { ok: true, id } : { ok: false, why: 'mistyped' }
}

/** As it is printed, without its name and without gaps. Some keyboards have a sign that looks like `X`. */
export function tidyResidentId(typed: string): string {
  return closedUp(typed)
    .toUpperCase()
    .replace(/[×ХΧ]$/, 'X')
    .replace(/^[^\dX]+|-/g, '')
}

/** Whether its date exists and its last place is what the others make it (ISO 7064, MOD 11-2). */
export function isResidentId(id: string): boolean {
  const born = birthdayIn(id)
  return born >= '1900' && isDay(born) && checkDigit(id) === id.at(-1)
}

/** The day of birth, `YYYY-MM-DD`. */
export function birthdayIn(id: string): string {
  return [id.slice(6, 10), id.slice(10, 12), id.slice(12, 14)].join('-')
}

/** As its owner knows it again and nobody else can use it: the first three places and the last four. */
export function maskedResidentId(id: string): string {
  return id.slice(0, 3) + '*'.repeat(Math.max(0, id.length - 7)) + id.slice(-4)
}

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

function checkDigit(id: string): string | undefined {
  const sum = weights.reduce((total, weight, at) => total + weight * Number(id[at]), 0)
  return '10X98765432'[sum % 11]
}
