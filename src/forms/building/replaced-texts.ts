import type { Json } from '../json.ts'
import { storedFrom } from '../stored-shape.ts'
import { textsByLocale } from '../translations.ts'

/** The texts of a form that are otherwise, or gone, in what is to take its place; each as it stands. */
export function replacedTexts(standing: Json, next: Json): string[] {
  const after = textsByLocale(storedFrom(next))
  return Object.entries(textsByLocale(storedFrom(standing))).flatMap(([locale, all]) =>
    Object.entries(all)
      .filter(([way, words]) => words !== '' && words !== after[locale]?.[way])
      .map(([, words]) => words),
  )
}
