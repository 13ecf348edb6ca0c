import type { FieldOf } from '../../forms/fields.ts'
import type { Asked } from './asking.ts'
import { AttachedFiles } from './attached.tsx'

export function Voice(it: Asked<FieldOf<'voice'>>) {
  return <AttachedFiles it={it} accept="audio/*" />
}
