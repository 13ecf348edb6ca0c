import type { Child } from 'hono/jsx'
import type { Question } from '../../forms/fields.ts'
import { idOf } from '../../forms/kinds/looked-up.ts'
import { type Option, Radios } from '../fields/chosen.tsx'
import { TextField } from '../fields/typed.tsx'
import { type Asked, around } from './asking.ts'

interface Props {
  it: Asked<Question>
  /** What goes by the words, where one of it has to be chosen. */
  found: Option[]
  /** What is asked then. */
  which: string
  hint?: Child
  autocomplete?: string | undefined
  /** The id of what a browser may offer while it is typed. */
  list?: string | undefined
}

/** A field for the words by which it is looked up; where several go by them, which one it is. */
export function LookedUp({ it, found, which, ...field }: Props) {
  const { view, values, errors } = it.asking
  const { name } = it.field
  const id = idOf(it.field)
  return (
    <>
      <TextField {...around(it)} {...field} value={values.get(name)} />
      {found.length > 0 && (
        <Radios
          view={view}
          name={id}
          label={which}
          value={values.get(id)}
          error={errors[id]}
          options={found}
        />
      )}
    </>
  )
}
