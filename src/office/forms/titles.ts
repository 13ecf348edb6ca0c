import * as v from 'valibot'
import type { Bilingual, Locale } from '../../db/vocabulary.ts'

/** In the shape of now, and in the first. */
const key = 'form.title'
const titled = v.union([
  v.pipe(
    v.object({
      texts: v.object({ zh: v.object({ [key]: v.string() }), en: v.object({ [key]: v.string() }) }),
    }),
    v.transform(({ texts: { zh, en } }) => ({ zh: zh[key], en: en[key] })),
  ),
  v.pipe(
    v.object({ title: v.object({ zh: v.string(), en: v.string() }) }),
    v.transform(({ title }) => title),
  ),
])

/** What a form is called, without reading the whole of its definition. */
export function formTitles(definition: unknown): Bilingual {
  const result = v.safeParse(titled, definition)
  return result.success ? result.output : { zh: '—', en: '—' }
}

export function formTitle(definition: unknown, locale: Locale): string {
  return formTitles(definition)[locale]
}
