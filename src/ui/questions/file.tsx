import type { FieldOf } from '../../forms/fields.ts'
import type { Asked } from './asking.ts'
import { AttachedFiles } from './attached.tsx'

export function AnyFile(it: Asked<FieldOf<'file'>>) {
  return <AttachedFiles it={it} accept="image/*,audio/*" />
}
