import { shownIn } from '../kept-words.ts'
import { type ControlProps, describedBy, Frame } from './field.tsx'

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
  const { view, name, type = 'text', maxlength, inputmode, autocomplete, short, unit, error } = props
  const input = (
    <input
      id={name}
      name={name}
      type={type}
      value={shownIn(view, name, props.value)}
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
  const { view, name, maxlength, rows = 6, error, draft } = props
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
        {shownIn(view, name, props.value)}
      </textarea>
    </Frame>
  )
}
