import type { TableWords } from '../../exports/answer-table.ts'
import type { View } from '../../ui/view.ts'

/** The words of a table of answers, in the language of whoever takes it. */
export function tableWords({ m, locale }: Pick<View, 'm' | 'locale'>): TableWords {
  const { heads, until, notes } = m.answers
  const { categories, states, closing } = m.words
  const seat = (it: 'has' | { waits: number }) => (it === 'has' ? m.seats.hasOne : m.seats.waitsAt(it.waits))
  return {
    heads: { ...heads, seat: m.seats.seat },
    seat,
    until,
    notes,
    categories,
    states,
    closing,
    reader: { locale, ...m.common },
  }
}
