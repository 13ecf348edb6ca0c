import type { ToldKind } from '../db/vocabulary.ts'
import { phoneNumber } from '../typed/phone.ts'
import { isResidentId } from '../typed/resident-id.ts'
import type { Details } from './vault.ts'

/**
 * What of a worker's details somebody is told who may be told this: numbers, what names him, or both. The number of his
 * identity card never: no consent asks for it.
 */
export function toldOf(what: ToldKind, details: Details): Details {
  const told = Object.entries(details).filter(
    ([, value]) =>
      !isResidentId(value) && (what === 'all' || (phoneNumber(value) !== null) === (what === 'phone')),
  )
  return Object.fromEntries(told)
}
