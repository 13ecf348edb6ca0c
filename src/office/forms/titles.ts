import * as v from 'valibot'
import type { Bilingual, Locale } from '../../db/vocabulary.ts'

const titled = v.object({ title: v.object({ zh: v.string(), en: v.string() }) })

/** What a form is called, without reading the whole of its definition. */
export function formTitles(definition: unknown): Bilingual {
  const result = v.safeParse(titled, definition)
  return result.success ? result.output.title : { zh: '—', en: '—' }
}

export function formTitle(definition: unknown, locale: Locale): string {
  return formTitles(definition)[locale]
}
