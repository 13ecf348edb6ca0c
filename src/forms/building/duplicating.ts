import { asList, isObject } from '../json.ts'
import { changePage, placeOf } from './changes.ts'
import { conditionWith, type Leaf } from './leaves.ts'
import { withCopiedMarks as withMarks } from './translating.ts'
import { newName, type Working, type WorkingField } from './working.ts'

/** With the same question once more, right behind it. */
export function duplicatedField(working: Working, name: string): { working: Working; name: string } | null {
  const place = placeOf(working, name)
  if (!place) return null
  const { page, field } = place
  const names = namesFor([field])
  const copies = copiesOf([field], names)
  const fields = page.fields.toSpliced(page.fields.indexOf(field) + 1, 0, ...copies)
  const next = changePage(working, page.id, (before) => ({ ...before, fields }))
  return { working: withMarks(next, names), name: copies[0]?.name ?? name }
}

/** With the same page once more, right behind it; it is shown when the first one is. */
export function duplicatedPage(working: Working, id: string): { working: Working; id: string } | null {
  const at = working.pages.findIndex((page) => page.id === id)
  const page = working.pages[at]
  if (!page) return null
  const names = namesFor(page.fields)
  const copy = { ...page, id: newName('page'), fields: copiesOf(page.fields, names) }
  const next = { ...working, pages: working.pages.toSpliced(at + 1, 0, copy) }
  return { working: withMarks(next, new Map([...names, [page.id, copy.id]])), id: copy.id }
}

/** How each is called that is copied, and its copy. */
type Names = ReadonlyMap<string, string>

const namesFor = (fields: readonly WorkingField[]): Names =>
  new Map(fields.map(({ name }) => [name, newName('q')]))

/**
 * The same questions under names of their own. What is checked of one looks at the copies of those that are copied with it;
 * conditions stay what they are, for they have names, and others may lean on them.
 */
function copiesOf(fields: readonly WorkingField[], names: Names): WorkingField[] {
  const ofCopy = (leaf: Leaf): Leaf =>
    leaf.of === 'condition' ? leaf : { ...leaf, name: names.get(leaf.name) ?? leaf.name }
  const checkOf = (check: unknown) =>
    isObject(check) ? { ...check, holds: conditionWith(check.holds, ofCopy) } : check
  return fields.map((field) => ({
    ...field,
    name: names.get(field.name) ?? field.name,
    ...(field.checks === undefined ? {} : { checks: asList(field.checks).map(checkOf) }),
  }))
}
