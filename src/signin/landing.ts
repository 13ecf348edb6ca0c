import { readsAnyCase } from '../orgs/roles.ts'
import type { Staff } from '../orgs/staff.ts'
import { urls } from '../urls.ts'

const places = [urls.desk, urls.office, urls.account]

/** Where somebody goes once he is in: where he wanted to go if that is ours, else to his work. */
export function landing(next: string, person: Staff): string {
  if (wanted(next)) return next
  return readsAnyCase(person) ? urls.desk : urls.office
}

/** A path of the desk, the office or the account; anything else could lead out of the house. */
export function wanted(next: string): boolean {
  // Nothing that a header cannot carry.
  if (!/^[!-~]+$/.test(next)) return false
  return places.some(
    (place) => next === place || next.startsWith(`${place}/`) || next.startsWith(`${place}?`),
  )
}
