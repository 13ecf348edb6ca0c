import type { FieldOf } from '../../forms/fields.ts'
import { TextField } from '../fields/typed.tsx'
import { type Asked, around } from './asking.ts'

export function Signature(it: Asked<FieldOf<'signature'>>) {
  const { asking, field } = it
  const { hint, ...rest } = around(it)
  const statement = (
    <>
      <span class="statement">{field.statement[asking.view.locale]}</span>
      {hint}
    </>
  )
  return <TextField {...rest} hint={statement} value={asking.values.get(field.name)} autocomplete="off" />
}
