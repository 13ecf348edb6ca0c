import type { Child } from 'hono/jsx'
import { shownIn } from '../kept-words.ts'
import { type ControlProps, describedBy, type FieldProps, Frame, Group } from './field.tsx'

export interface Option {
  value: string
  label: Child
  hint?: Child
  /** It can be read and not chosen. */
  isClosed?: boolean
}

interface Selecting {
  options: Option[]
  /** More of them, under headings. */
  groups?: { label: string; options: Option[] }[]
  empty?: string
}

export function Select(props: ControlProps & Selecting) {
  const { view, name, options, groups = [], empty, error } = props
  const value = shownIn(view, name, props.value)
  const offered = (all: Option[]) =>
    all.map((option) => (
      <option value={option.value} selected={option.value === value}>
        {option.label}
      </option>
    ))
  return (
    <Frame {...props}>
      <select
        id={name}
        name={name}
        aria-describedby={describedBy(props)}
        aria-invalid={error ? 'true' : undefined}
      >
        {empty !== undefined && <option value="">{empty}</option>}
        {offered(options)}
        {groups.map(
          (group) =>
            group.options.length > 0 && <optgroup label={group.label}>{offered(group.options)}</optgroup>,
        )}
      </select>
    </Frame>
  )
}

export function Radios(props: ControlProps & { options: Option[]; children?: Child }) {
  const value = shownIn(props.view, props.name, props.value)
  return (
    <Group {...props}>
      {props.options.map((option, index) => (
        <Choice
          type="radio"
          option={option}
          name={props.name}
          id={props.id}
          index={index}
          checked={option.value === value}
        />
      ))}
      {props.children}
    </Group>
  )
}

export function Checkboxes(props: FieldProps & { values: string[]; options: Option[]; children?: Child }) {
  const values = props.view.words?.takeAll(props.name) ?? props.values
  return (
    <Group {...props}>
      {props.options.map((option, index) => (
        <Choice
          type="checkbox"
          option={option}
          name={props.name}
          index={index}
          checked={values.includes(option.value)}
        />
      ))}
      {props.children}
    </Group>
  )
}

/** One yes-or-nothing box with its own label. */
export function Checkbox(props: FieldProps & { checked?: boolean; value?: string }) {
  const { view, name, label, hint, error, value = 'yes' } = props
  const checked = view.words?.takeAll(name)?.includes(value) ?? props.checked
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
        wrong={error !== undefined}
      />
    </div>
  )
}

function Choice(props: {
  type: 'radio' | 'checkbox'
  option: Option
  name: string
  /** Of the first, where that is not the name. */
  id?: string | undefined
  index: number
  checked: boolean
  /** It stands alone, and what is wrong with it is said beside it. */
  wrong?: boolean
}) {
  const { type, option, name, index, checked, wrong } = props
  // Two hyphens: with one it would be the name of a text that belongs to an option, or of what is said about the field.
  const id = index === 0 ? (props.id ?? name) : `${name}--${option.value}`
  return (
    <div class="choice">
      <input
        id={id}
        type={type}
        name={name}
        value={option.value}
        checked={checked}
        disabled={option.isClosed}
        aria-describedby={wrong ? `${name}-error` : undefined}
        aria-invalid={wrong ? 'true' : undefined}
      />
      <label for={id}>
        {option.label}
        {option.hint && <span class="hint">{option.hint}</span>}
      </label>
    </div>
  )
}
