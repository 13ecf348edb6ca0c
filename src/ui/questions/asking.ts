import type { Posted } from '../../forms/answers.ts'
import type { FoundEnterprise } from '../../forms/enterprises.ts'
import { type Field, isIdentity, type Question } from '../../forms/fields.ts'
import type { Room } from '../../forms/room.ts'
import type { FieldProps } from '../fields/field.tsx'
import type { View } from '../view.ts'

export interface Asking {
  view: View
  /** What was posted before, so that nothing typed is ever lost. */
  values: Posted
  errors: Record<string, string>
  /** Enterprises that go by the name the worker wrote. */
  candidates: FoundEnterprise[]
  /** Where there is no place left; nothing, where nobody counts. */
  room?: Room
  /** Where a file that was attached can be looked at; nowhere by who keeps no cookies. */
  fileAt?: ((id: string) => string) | undefined
}

export interface Asked<One extends Field> {
  asking: Asking
  field: One
}

/** What is said where nothing was given, by what is wanted. */
export const missing = {
  words: 'required',
  choice: 'required_choice',
  file: 'required_file',
  agreement: 'required_consent',
  declaration: 'required_declaration',
} as const

/** What is around the control of any question. */
export function around({ asking: { view, errors }, field }: Asked<Question>): FieldProps {
  const { name, label, hint, required } = field
  return {
    view,
    name,
    label: label[view.locale],
    hint: hint?.[view.locale],
    error: errors[name],
    optional: !required,
  }
}

/** The hint of the form, and what is so of any question of this kind. */
export function hintWith({ asking: { view }, field }: Asked<Question>, ofKind: string): string {
  return [field.hint?.[view.locale], ofKind].filter(Boolean).join(view.locale === 'zh' ? '' : ' ')
}

/** Whether a browser may keep the answer to offer it again; the next one who fills in a form here may be another. */
export function isOffered(field: Question): boolean {
  return !isIdentity(field) && !field.sensitive
}
