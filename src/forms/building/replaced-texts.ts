import { locales } from '../../db/vocabulary.ts'
import { isObject, type Json } from '../json.ts'
import { storedFrom } from '../stored-shape.ts'

/** The texts of a form that are otherwise, or gone, in what is to take its place; each as it stands. */
export function replacedTexts(standing: Json, next: Json): string[] {
  const [before, after] = [storedFrom(standing).texts, storedFrom(next).texts]
  return locales.flatMap((locale) =>
    Object.entries(wordsIn(before, locale))
      .filter(([way, words]) => words !== '' && words !== wordsIn(after, locale)[way])
      .map(([, words]) => String(words)),
  )
}

function wordsIn(texts: unknown, locale: string): Json {
  const words = isObject(texts) ? texts[locale] : undefined
  return isObject(words) ? words : {}
}
