import { conditionsOf } from '../../../forms/building/sentences.ts'
import { bilingualFrom, type Working } from '../../../forms/building/working.ts'
import { Select } from '../../../ui/fields/chosen.tsx'
import type { View } from '../../../ui/view.ts'
import { inWords } from './in-words.ts'

interface Props {
  view: View
  working: Working
  name: string
  label: string
  chosen: unknown
}

/** The condition by which something is so, of those that the form has; nothing where it has none. */
export function ShownWhen({ view, working, name, label, chosen }: Props) {
  const all = Object.entries(conditionsOf(working))
  if (all.length === 0) return null
  return (
    <Select
      view={view}
      name={name}
      label={label}
      value={typeof chosen === 'string' ? chosen : ''}
      empty={view.m.builder.logic.none}
      options={all.map(([value, it]) => ({ value, label: inWords(view, bilingualFrom(it.name), value) }))}
    />
  )
}
