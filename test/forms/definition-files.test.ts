import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { emptyForm } from '../../src/forms/building/working.ts'
import { definitionFile, readDefinitionFile } from '../../src/forms/definition-files.ts'
import { readDraft } from '../../src/forms/drafted-definitions.ts'
import type { Json } from '../../src/forms/json.ts'
import { readStored, writtenOut } from '../../src/forms/stored-definitions.ts'
import { definitions } from './any/definitions.ts'
import { runs } from './any/effort.ts'

const schema = 'https://union.example/schemas/form-1.json'

/** What is in a file, and the file that is made of it. */
function inAndOut(file: string) {
  const read = readDefinitionFile(file)
  if (!read.ok) throw new Error(read.why)
  return { definition: read.definition, file: definitionFile(read.definition, schema) }
}

/** As a published version lies in the database, and is taken out. */
function published(draft: object): string {
  const read = readDraft(draft)
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  return definitionFile(writtenOut(JSON.parse(JSON.stringify(read.stored))) as Json, schema)
}

test('any form that is put in and taken out again is the same to the byte, published or not', () => {
  fc.assert(
    fc.property(definitions, (draft) => {
      const file = published(draft)
      const { definition, file: again } = inAndOut(file)
      expect(again === file).toBe(true)
      expect(published(definition) === file).toBe(true)
    }),
    runs(100),
  )
})

test('a form that is not finished is the same again as well', () => {
  const file = definitionFile(emptyForm({ zh: '食堂意见', en: '' }), schema)
  expect(file).toMatch(/^\{\n {2}"\$schema": "https:\/\/union.example\/schemas\/form-1.json",\n/)
  expect(inAndOut(file).file).toBe(file)
})

test.each([
  ['{', 'not_json'],
  ['', 'not_json'],
  [`${'['.repeat(50)}${']'.repeat(50)}`, 'too_deep'],
  [`{"pages":[],"values":${'{"a":'.repeat(50)}1${'}'.repeat(51)}`, 'too_deep'],
  ['[]', 'not_a_form'],
  ['"pages"', 'not_a_form'],
  ['{"pages":{}}', 'not_a_form'],
  ['{"schema":2}', 'not_a_form'],
])('what is no form is not taken for one: %s', (text, why) => {
  expect(readDefinitionFile(text)).toMatchObject({ ok: false, why })
})

test('a text that is said to stand thousands deep is brought no deeper than anything can stand', () => {
  const texts = { zh: { [`form${'.a'.repeat(50_000)}`]: '甲' } }
  expect(readDefinitionFile(JSON.stringify({ schema: 2, pages: [], texts }))).toMatchObject({ ok: true })
  expect(readStored({ schema: 2, pages: [], texts })).toBeNull()
})

test('a form as the database has it is taken as well', () => {
  const read = readDraft(emptyFormWithAll())
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  expect(readDefinitionFile(JSON.stringify(read.stored))).toEqual({
    ok: true,
    definition: writtenOut(read.stored),
  })
})

function emptyFormWithAll(): object {
  const text = { zh: '字', en: 'word' }
  const pages = [{ id: 'one', title: text, fields: [{ type: 'note', name: 'said', label: text }] }]
  return { ...emptyForm(text), intro: text, readers: text, use: text, pages }
}
