import { readsAnyCase } from '../orgs/roles.ts'
import type { Staff } from '../orgs/staff.ts'
import { urls } from '../urls.ts'

const places = [urls.desk, urls.office, urls.account]

/**
 * Where somebody goes once he is in: where he wanted to go if that is ours, else to his work; who reads no case, to
 * the office.
 */
export function landing(next: string, person: Staff): string {
  const wished = nextIn(next)
  if (!readsAnyCase(person) && isWithin(wished, urls.desk)) return urls.office
  return wished || (readsAnyCase(person) ? urls.desk : urls.office)
}

/** Where somebody said that he wants to go, as far as that is ours; else nothing, so that nobody is led astray. */
export function nextIn(said: string | undefined): string {
  return said && wanted(said) ? said : ''
}

/** More than any page of ours has; the sign-in would carry it in a header. */
const longest = 500

/** A path of the desk, the office or the account; anything else could lead out of the house. */
function wanted(next: string): boolean {
  // Nothing that a header cannot carry, and no path that a browser or a server would read as another one.
  if (next.length > longest || !/^[!-~]+$/.test(next) || /\\|%(?:2e|2f|5c)/i.test(pathOf(next))) return false
  return isAsBrowsersReadIt(next) && places.some((place) => isWithin(next, place))
}

const pathOf = (next: string) => next.replace(/[?#].*$/s, '')

/** Whether nothing of it is resolved away, like `..`, and nothing is another host. */
function isAsBrowsersReadIt(next: string): boolean {
  const base = 'https://huying.invalid'
  return URL.canParse(next, base) && new URL(next, base).href === base + next
}

function isWithin(next: string, place: string): boolean {
  return next === place || next.startsWith(`${place}/`) || next.startsWith(`${place}?`)
}
