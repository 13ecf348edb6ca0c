import * as v from 'valibot'
import { type Definition, storedSchema } from './definition.ts'

/** A definition as it was published, also by a later version of the service; null where nothing can be made of it. */
export function readStored(definition: unknown): Definition | null {
  const { success, output } = v.safeParse(storedSchema, definition)
  return success ? output : null
}
