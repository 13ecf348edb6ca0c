import * as v from 'valibot'
import { type Definition, storedSchema } from './definition.ts'
import { isObject } from './json.ts'
import { inBoth } from './texts.ts'
import { upgraded } from './upgrading/upgrade.ts'
import { writtenFrom } from './written-shape.ts'

/** A stored definition as a person writes it, to be changed and published anew. */
export function writtenOut(definition: unknown): unknown {
  return isObject(definition) ? writtenFrom(upgraded(definition)) : definition
}

/**
 * A definition as it was published, in any shape that there ever was, also by a later version of the service; null where
 * nothing can be made of it.
 */
export function readStored(definition: unknown): Definition | null {
  if (!isObject(definition)) return null
  const { success, output } = v.safeParse(storedSchema, inBoth(writtenFrom(upgraded(definition))))
  return success ? output : null
}
