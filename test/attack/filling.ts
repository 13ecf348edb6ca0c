import type { Field, Form } from './reading.ts'

export type Filled = Record<string, string | string[]>

/** Where a person types, as he likes. */
export const typed = (field: Field) =>
  !field.hidden && field.options.length === 0 && !['button', 'select'].includes(field.kind)

/** A form as a person sends it who chooses the first of everything, and types what is said. */
export function fill({ fields }: Form, typing: (field: Field) => string): Filled {
  const filled: Filled = {}
  for (const field of fields) {
    if (typed(field)) filled[field.name] = field.wrong ? plain(field) : typing(field)
    else filled[field.name] = field.options.find((option) => option !== '') ?? field.value
  }
  return filled
}

/** What a field takes that took nothing else. */
function plain({ name, kind, keys }: Field): string {
  switch (keys || kind) {
    case 'numeric':
      return name.endsWith('-year') ? '2026' : '3'
    case 'tel':
      return '13800000000'
    case 'email':
      return 'somebody@union.example'
    default:
      return '普通'
  }
}
