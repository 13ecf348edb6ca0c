import type { Bilingual, Locale } from '../../db/vocabulary.ts'
import { textIn } from './rows-in.ts'
import { isNamedIn, type Lost, type SheetRow } from './sheets.ts'

export interface ListIn {
  options: { value: string; label: Bilingual }[]
  /** How each is called here, by how the file calls it. */
  byName: Map<string, string>
}

/** The lists of the sheet of choices, by their names. */
export function listsIn(choices: SheetRow[], usual: Locale): { lists: Map<string, ListIn>; lost: Lost[] } {
  const lists = new Map<string, ListIn>()
  const lost: Lost[] = []
  for (const row of choices) {
    const { list_name: listName = '', name = '' } = row.cells
    const label = textIn(row, 'label', usual)
    const at = { sheet: 'choices', row: row.row } as const
    if (!listName || !name) {
      lost.push({ what: 'option_unnamed', of: label.zh ? label : name, at })
      continue
    }
    if (isNamedIn(label)) lost.push({ what: 'named_in_text', of: label, at })
    const list: ListIn = lists.get(listName) ?? { options: [], byName: new Map() }
    lists.set(listName, list)
    if (list.byName.has(name)) {
      lost.push({ what: 'option_twice', of: name, at })
      continue
    }
    const value = valueFor(list, name)
    list.byName.set(name, value)
    list.options.push({ value, label })
  }
  return { lists, lost }
}

function valueFor({ options }: ListIn, name: string): string {
  const plain = name.toLowerCase().replace(/[^a-z0-9_]/g, '_')
  const isTaken = (value: string) =>
    options.some((one) => one.value === value) || ['constructor', 'prototype', '__proto__'].includes(value)
  let value = plain.slice(0, 40)
  for (let count = 2; isTaken(value); count++) value = `${plain.slice(0, 36)}_${count}`
  return value
}
