import * as v from 'valibot'
import type { Locale } from '../../db/vocabulary.ts'
import { inYuan } from './money.ts'
import { bilingual, name, shown } from './settings.ts'
import { withUnit } from './units.ts'

/** A value that is worked out from what was answered before; it takes no answer, and none is believed that is posted. */
export const settings = v.object({
  type: v.literal('computed'),
  ...shown,
  /** The name of the value. */
  value: name,
  unit: v.optional(bilingual),
})
type Computed = v.InferOutput<typeof settings>

/** As it stands in a table, as answers do. */
export function computedCell(kind: 'number' | 'money', given: number): number {
  return kind === 'money' ? given / 100 : given
}

/** As its reader sees it; money is in fen. */
export function computedText(
  { unit }: Pick<Computed, 'unit'>,
  kind: 'number' | 'money',
  given: number,
  locale: Locale,
): string {
  if (kind === 'money') return inYuan(given, locale)
  return withUnit(given, unit, locale)
}
