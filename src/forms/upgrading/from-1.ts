import { isObject, type Json } from '../json.ts'
import { storedFrom } from '../stored-shape.ts'

/**
 * From the first shape, which wrote everything where it stands: sections became pages that are shown together, under
 * ids of their own.
 */
export function from1({ sections, ...one }: Json): Json {
  if (!Array.isArray(sections)) return storedFrom({ ...one, pages: sections })
  const taken = new Set(sections.flatMap(namesIn))
  const pages = sections.map((section, index) => {
    let id = `part_${index + 1}`
    while (taken.has(id)) id += '_'
    return isObject(section) ? { id, ...section } : section
  })
  return storedFrom({ ...one, pages })
}

function namesIn(section: unknown): unknown[] {
  const fields = isObject(section) && Array.isArray(section.fields) ? section.fields : []
  return fields.map((field) => (isObject(field) ? field.name : undefined))
}
