import type { Child } from 'hono/jsx'
import type { View } from '../view.ts'

/** Messages for people, by field name; shown beside the field and in the summary. */
export type FieldErrors = Record<string, string>

export interface FieldProps {
  view: View
  name: string
  /** Of its first control, where that is not the name. */
  id?: string
  label: Child
  hint?: Child
  error?: string | undefined
  optional?: boolean
}

export interface ControlProps extends FieldProps {
  value?: string | undefined
}

/** The ids of what is said about a field, for who does not see it. */
export const describedBy = ({ name, hint, error, unit }: FieldProps & { unit?: string | undefined }) =>
  [hint && `${name}-hint`, error && `${name}-error`, unit && `${name}-unit`].filter(Boolean).join(' ') ||
  undefined

/** One control with its label above it, and what helps to answer. */
export function Frame({ children, ...field }: FieldProps & { children: Child }) {
  const { name, id = name, error } = field
  return (
    <div class={error ? 'field wrong' : 'field'}>
      <label for={id}>
        <Asked {...field} />
      </label>
      <Remarks {...field} />
      {children}
    </div>
  )
}

function Asked({ view, label, optional }: FieldProps) {
  return (
    <>
      {label}
      {optional && <span class="quiet">{view.m.common.optional}</span>}
    </>
  )
}

/** What helps to answer, and what is wrong with the answer. */
function Remarks({ name, hint, error }: FieldProps) {
  return (
    <>
      {hint && (
        <p class="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p class="error" id={`${name}-error`}>
          {error}
        </p>
      )}
    </>
  )
}

/** A group of controls that answer one question. The first control carries the field's name as its id. */
export function Group({ children, ...field }: FieldProps & { children: Child }) {
  const { error } = field
  return (
    <fieldset class={error ? 'field wrong' : 'field'} aria-describedby={describedBy(field)}>
      <legend>
        <Asked {...field} />
      </legend>
      <Remarks {...field} />
      {children}
    </fieldset>
  )
}
