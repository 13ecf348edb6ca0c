import type { FieldOf } from '../../forms/fields.ts'
import { dateParts } from '../../forms/kinds/date.ts'
import type { Asked } from './asking.ts'
import { DayParts } from './day-parts.tsx'

export function WholeDate(it: Asked<FieldOf<'date'>>) {
  return <DayParts it={it} parts={dateParts} />
}
