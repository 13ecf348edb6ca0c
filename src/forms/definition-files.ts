import { isObject, type Json } from './json.ts'
import { type NoJson, readJson } from './reading-json.ts'
import { writtenOut } from './stored-definitions.ts'

/**
 * A definition as a file that people keep, send and change: as one writes it, with the address of its schema. What is put
 * in and taken out again is the same to the byte.
 */
export function definitionFile(written: Json, schema: string): string {
  const { $schema, ...definition } = written
  return `${JSON.stringify({ $schema: schema, ...definition }, null, 2)}\n`
}

export type ReadFile = { ok: true; definition: Json } | NoJson | { ok: false; why: 'not_a_form' }

/** The definition in such a file. Not all of it need be right: what is wrong is said where it is put right. */
export function readDefinitionFile(text: string): ReadFile {
  const read = readJson(text)
  if (!read.ok) return read
  if (!isObject(read.value)) return { ok: false, why: 'not_a_form' }
  const { $schema, ...given } = read.value
  const definition = 'schema' in given ? writtenOut(given) : given
  const isForm = isObject(definition) && Array.isArray(definition.pages)
  return isForm ? { ok: true, definition } : { ok: false, why: 'not_a_form' }
}
