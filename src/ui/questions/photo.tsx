import type { FieldOf } from '../../forms/fields.ts'
import type { Asked } from './asking.ts'
import { AttachedFiles } from './attached.tsx'

export function Photo(it: Asked<FieldOf<'photo'>>) {
  return <AttachedFiles it={it} accept="image/*" />
}
