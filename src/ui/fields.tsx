import type { Child } from 'hono/jsx'
import type { View } from './view.ts'

/** Messages for people, by field name; shown beside the field and in the summary. */
export type FieldErrors = Record<string, string>

interface FieldProps {
  view: View
  name: string
  label: Child
  hint?: Child
  error?: string | undefined
  optional?: boolean
}

interface ControlProps extends FieldProps {
  value?: string | undefined
}

/** What is wrong with the form, first thing on the page, each line a link to its field. */
export function ErrorSummary({ view, errors }: { view: View; errors: FieldErrors }) {
  const entries = Object.entries(errors)
  if (entries.length === 0) return null
  return (
    <div class="summary" role="alert" tabindex={-1} autofocus>
      <h2>{view.m.common.problem}</h2>
      <ul>
        {entries.map(([name, text]) => (
          <li>
            <a href={`#${name}`}>{text}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}

const describedBy = ({ name, hint, error, unit }: FieldProps & { unit?: string | undefined }) =>
  [hint && `${name}-hint`, error && `${name}-error`, unit && `${name}-unit`].filter(Boolean).join(' ') ||
  undefined

function Frame({ children, ...field }: FieldProps & { children: Child }) {
  const { name, error } = field
  return (
    <div class={error ? 'field wrong' : 'field'}>
      <label for={name}>
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

export function TextField(
  props: ControlProps & {
    type?: 'text' | 'email' | 'tel' | 'number' | 'search' | 'password'
    maxlength?: number
    inputmode?: 'numeric' | 'tel' | 'email' | 'text'
    autocomplete?: string
    short?: boolean
    /** What the number counts, said after the field. */
    unit?: string | undefined
  },
) {
  const { name, value, type = 'text', maxlength, inputmode, autocomplete, short, unit, error } = props
  const input = (
    <input
      id={name}
      name={name}
      type={type}
      value={value}
      maxlength={maxlength}
      inputmode={inputmode}
      autocomplete={autocomplete ?? 'off'}
      class={short ? 'short' : undefined}
      aria-describedby={describedBy(props)}
      aria-invalid={error ? 'true' : undefined}
    />
  )
  return (
    <Frame {...props}>
      {unit ? (
        <div class="with-unit">
          {input}
          <span id={`${name}-unit`}>{unit}</span>
        </div>
      ) : (
        input
      )}
    </Frame>
  )
}

export function TextArea(props: ControlProps & { maxlength?: number; rows?: number; draft?: string }) {
  const { name, value, maxlength, rows = 6, error, draft } = props
  return (
    <Frame {...props}>
      <textarea
        id={name}
        name={name}
        rows={rows}
        maxlength={maxlength}
        data-draft={draft}
        aria-describedby={describedBy(props)}
        aria-invalid={error ? 'true' : undefined}
      >
        {value}
      </textarea>
    </Frame>
  )
}

export interface Option {
  value: string
  label: Child
  hint?: Child
}

export function Select(props: ControlProps & { options: Option[]; empty?: string }) {
  const { name, value, options, empty, error } = props
  return (
    <Frame {...props}>
      <select
        id={name}
        name={name}
        aria-describedby={describedBy(props)}
        aria-invalid={error ? 'true' : undefined}
      >
        {empty !== undefined && <option value="">{empty}</option>}
        {options.map((option) => (
          <option value={option.value} selected={option.value === value}>
            {option.label}
          </option>
        ))}
      </select>
    </Frame>
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

export function Radios(props: ControlProps & { options: Option[]; children?: Child }) {
  return (
    <Group {...props}>
      {props.options.map((option, index) => (
        <Choice
          type="radio"
          option={option}
          name={props.name}
          index={index}
          checked={option.value === props.value}
        />
      ))}
      {props.children}
    </Group>
  )
}

export function Checkboxes(props: FieldProps & { values: string[]; options: Option[]; children?: Child }) {
  return (
    <Group {...props}>
      {props.options.map((option, index) => (
        <Choice
          type="checkbox"
          option={option}
          name={props.name}
          index={index}
          checked={props.values.includes(option.value)}
        />
      ))}
      {props.children}
    </Group>
  )
}

/** One yes-or-nothing box with its own label. */
export function Checkbox(props: FieldProps & { checked?: boolean; value?: string }) {
  const { name, label, hint, error, checked, value = 'yes' } = props
  return (
    <div class={error ? 'field wrong' : 'field'}>
      {error && (
        <p class="error" id={`${name}-error`}>
          {error}
        </p>
      )}
      <Choice
        type="checkbox"
        option={{ value, label, hint }}
        name={name}
        index={0}
        checked={checked ?? false}
      />
    </div>
  )
}

function Choice(props: {
  type: 'radio' | 'checkbox'
  option: Option
  name: string
  index: number
  checked: boolean
}) {
  const { type, option, name, index, checked } = props
  const id = index === 0 ? name : `${name}-${option.value}`
  return (
    <div class="choice">
      <input id={id} type={type} name={name} value={option.value} checked={checked} />
      <label for={id}>
        {option.label}
        {option.hint && <span class="hint">{option.hint}</span>}
      </label>
    </div>
  )
}

export function Hidden({ name, value }: { name: string; value: string | number }) {
  return <input type="hidden" name={name} value={String(value)} />
}

export function Submit({
  children,
  quiet,
  name,
  value,
}: {
  children: Child
  quiet?: boolean
  name?: string
  value?: string
}) {
  return (
    <button type="submit" class={quiet ? 'quiet-button' : 'button'} name={name} value={value}>
      {children}
    </button>
  )
}
