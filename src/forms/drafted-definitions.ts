import * as v from 'valibot'
import { type Definition, definitionSchema } from './definition.ts'
import { type Problem, problemOf } from './faults.ts'
import { isObject, type Json } from './json.ts'
import { storedFrom } from './stored-shape.ts'
import { unknownKeys } from './unknown-keys.ts'
import { upgraded } from './upgrading/upgrade.ts'
import { writtenFrom } from './written-shape.ts'

export type Read = { ok: true; definition: Definition; stored: Json } | { ok: false; problems: Problem[] }

/** Reads what is to be published, as a person writes it or as it is stored; nothing in it may be wrong, or unknown. */
export function readDraft(definition: unknown): Read {
  const given = isObject(definition) ? definition : {}
  // Of what each translation was made is known here, and not to be told.
  const { translated, ...stored } = asStored(given)
  const written = writtenFrom(stored)
  const { success, output, issues } = v.safeParse(definitionSchema, written)
  if (!success) return { ok: false, problems: issues.map(problemOf) }
  const unknown = [...unknownKeys(written, output), ...unknownKeys(stored, storedFrom(written))]
  if (unknown.length === 0) return { ok: true, definition: output, stored: storedFrom(output) }
  return { ok: false, problems: unknown.map((where) => ({ where, fault: 'unknown_key', limit: '' })) }
}

/** A definition in the shape of now, whether somebody wrote it so or as a person does. */
export function asStored(given: Json): Json {
  return isWritten(given) ? storedFrom(given) : upgraded(given)
}

/** Everything where it stands, in the shape of now. */
function isWritten(given: Json): boolean {
  return !('schema' in given) && 'pages' in given
}
