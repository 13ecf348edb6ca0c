import type { FieldOf } from '../../forms/fields.ts'
import { Notice } from '../parts.tsx'
import type { Asked } from './asking.ts'

export function Note({ asking: { view }, field }: Asked<FieldOf<'note'>>) {
  return <Notice title={field.label[view.locale]}>{field.hint?.[view.locale]}</Notice>
}
