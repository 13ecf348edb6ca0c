import { shownIn } from '../kept-words.ts'
import { type ControlProps, describedBy, Frame } from './field.tsx'

/** Of a field for a telephone number: the keyboard that has its signs. */
export const telephone = { type: 'tel', inputmode: 'tel' } as const

/** Of a field for the number of an identity card: the keyboard of digits alone lacks the X. */
export const cardNumber = { inputmode: 'text', autocapitalize: 'characters' } as const

export function TextField(
  props: ControlProps & {
    type?: 'text' | 'email' | 'tel' | 'number' | 'search' | 'password' | 'date'
    inputmode?: 'numeric' | 'decimal' | 'tel' | 'email' | 'text'
    autocomplete?: string | undefined
    autocapitalize?: 'characters'
    /** The id of what a browser offers while it is typed. */
    list?: string | undefined
    short?: boolean
    /** What the number counts, said after the field. */
    unit?: string | undefined
  },
) {
  const { view, name, id = name, type = 'text', short, unit, error } = props
  const { inputmode, autocomplete, autocapitalize, list } = props
  const input = (
    <input
      id={id}
      name={name}
      type={type}
      value={shownIn(view, name, props.value)}
      inputmode={inputmode}
      autocomplete={autocomplete}
      list={list}
      autocapitalize={autocapitalize}
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

/**
 * Where people write at length. Nothing cuts what is pasted: how much is taken stands in the hint, and what is too
 * much comes back whole.
 */
export function TextArea(
  props: ControlProps & {
    limit?: number
    rows?: number
    draft?: string
    /** That its lines are those of a table or a listing, and stay whole where there is room. */
    broad?: boolean
  },
) {
  const { view, name, limit, rows = 6, error, draft, broad } = props
  const hint = limit === undefined ? props.hint : <Limit view={view} hint={props.hint} limit={limit} />
  const said = { ...props, hint }
  return (
    <Frame {...said}>
      <textarea
        id={name}
        name={name}
        rows={rows}
        class={broad ? 'broad' : undefined}
        data-limit={limit}
        data-draft={draft}
        aria-describedby={describedBy(said)}
        aria-invalid={error ? 'true' : undefined}
      >
        {shownIn(view, name, props.value)}
      </textarea>
    </Frame>
  )
}

function Limit({ view, hint, limit }: Pick<ControlProps, 'view' | 'hint'> & { limit: number }) {
  return (
    <>
      {hint}
      {hint && view.locale !== 'zh' && ' '}
      {view.m.common.atMost(limit)}
    </>
  )
}
