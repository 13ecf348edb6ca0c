import type { TableWords } from '../../exports/answer-table.ts'
import type { View } from '../../ui/view.ts'

/** The words of a table of answers, in the language of whoever takes it. */
export function tableWords({ m, locale }: Pick<View, 'm' | 'locale'>): TableWords {
  const { heads, until, notes } = m.answers
  const { categories, states, closing } = m.words
  return { heads, until, notes, categories, states, closing, reader: { locale, ...m.common } }
}
