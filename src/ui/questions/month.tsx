import type { FieldOf } from '../../forms/fields.ts'
import { monthParts } from '../../forms/kinds/month.ts'
import type { Asked } from './asking.ts'
import { DayParts } from './day-parts.tsx'

export function Month(it: Asked<FieldOf<'month'>>) {
  return <DayParts it={it} parts={monthParts} />
}
