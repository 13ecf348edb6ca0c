import type { ToldKind } from '../db/vocabulary.ts'
import { type Definition, identityFields } from '../forms/definition.ts'
import { phoneNumber } from '../typed/phone.ts'
import { isResidentId } from '../typed/resident-id.ts'
import type { Details } from './vault.ts'

/**
 * What of a worker's details somebody is told who may be told this: numbers, what names him, or both. The number of his
 * identity card and where he lives never: no consent asks for these.
 */
export function toldOf(what: ToldKind, details: Details, { definition }: Asked): Details {
  const addresses = definition ? addressesIn(definition) : []
  const told = Object.entries(details).filter(
    ([name, value]) =>
      !isResidentId(value) &&
      !addresses.includes(name) &&
      (what === 'all' || (phoneNumber(value) !== null) === (what === 'phone')),
  )
  return Object.fromEntries(told)
}

/** The form that asked, as far as it can be read. */
interface Asked {
  definition: Definition | null
}

function addressesIn(definition: Definition): string[] {
  return identityFields(definition)
    .filter(({ type }) => type === 'address')
    .map(({ name }) => name)
}
