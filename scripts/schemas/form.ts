import { toJsonSchema } from '@valibot/to-json-schema'
import { definitionSchema } from '../../src/forms/definition.ts'
import { field } from '../../src/forms/fields.ts'
import { isObject, type Json } from '../../src/forms/json.ts'
import { bilingual, name } from '../../src/forms/kinds/settings.ts'
import { condition, type Shape, term, treeWords } from '../../src/forms/logic/expressions.ts'
import { urls } from '../../src/urls.ts'

/** What a definition may be as a person writes it, as JSON Schema: for whoever writes one, and the editor he writes it in. */
export function formSchema(): string {
  const drawn = toJsonSchema(definitionSchema, {
    target: 'draft-2020-12',
    typeMode: 'input',
    errorMode: 'ignore',
    definitions: { bilingual, name, field },
    overrideSchema: ({ valibotSchema }) => {
      if (valibotSchema === condition) return refTo('condition')
      if (valibotSchema === term) return refTo('term')
      return undefined
    },
  })
  const { $schema, ...whole } = closed(JSON.parse(JSON.stringify(drawn))) as Json
  const properties = { $schema: { type: 'string' }, ...(whole.properties as Json) }
  const $defs = { ...(whole.$defs as Json), condition: treeOf('condition'), term: treeOf('term') }
  const schema = { $schema, $id: urls.formSchema, title: 'Huying form', ...whole, properties, $defs }
  return `${JSON.stringify(schema, null, 2)}\n`
}

const refTo = (tree: 'condition' | 'term') => ({ $ref: `#/$defs/${tree}` })

/** What its reader refuses is not allowed here either: keys that nobody knows. */
function closed(it: unknown): unknown {
  if (Array.isArray(it)) return it.map(closed)
  if (!isObject(it)) return it
  const parts = Object.fromEntries(Object.entries(it).map(([key, one]) => [key, closed(one)]))
  return isObject(it.properties) ? { ...parts, additionalProperties: false } : parts
}

function treeOf(tree: 'condition' | 'term'): Json {
  const words = Object.entries(treeWords[tree]).map(([word, shape]) => ({
    type: 'object',
    properties: { [word]: partsOf(shape) },
    required: [word],
    additionalProperties: false,
  }))
  const leaves = tree === 'term' ? [{ type: ['number', 'string', 'boolean'] }] : []
  return { anyOf: [...leaves, ...words] }
}

function partsOf(shape: Shape): Json {
  if (Array.isArray(shape))
    return { type: 'array', prefixItems: shape.map(partOf), minItems: shape.length, items: false }
  return 'one' in shape ? partOf(shape.one) : { type: 'array', items: partOf(shape.each), minItems: 1 }
}

const partOf = (part: string): Json =>
  part === 'condition' || part === 'term' ? refTo(part) : { type: 'string' }
