import * as v from 'valibot'
import { type Definition, definitionSchema } from './definition.ts'
import { type Problem, problemOf } from './faults.ts'
import { unknownKeys } from './unknown-keys.ts'

export type Read = { ok: true; definition: Definition } | { ok: false; problems: Problem[] }

/** Reads what is to be published; nothing in it may be wrong, or unknown. */
export function readDraft(definition: unknown): Read {
  const { success, output, issues } = v.safeParse(definitionSchema, definition)
  if (!success) return { ok: false, problems: issues.map(problemOf) }
  const unknown = unknownKeys(definition, output)
  if (unknown.length === 0) return { ok: true, definition: output }
  return { ok: false, problems: unknown.map((where) => ({ where, fault: 'unknown_key', limit: '' })) }
}
