import { digest } from '../db/hmac.ts'
import { isObject, type Json } from './json.ts'

/** In which the texts of a form are written first; the others are translated from it. */
const source = 'zh'

/** By language and way of a text: from which source text it was made, as a digest. */
type MadeFrom = Record<string, Record<string, string>>

/**
 * The same definition with what each translation was made from. One that is as it was in the version before was made from
 * what stood there then, so that it is known for stale where the source has changed since.
 */
export async function withTranslations(stored: Json, before: Json | null): Promise<Json> {
  const texts = textsByLocale(stored)
  const [earlier, made] = [textsByLocale(before), madeFrom(before)]
  const translated: MadeFrom = {}
  for (const [locale, all] of Object.entries(texts)) {
    if (locale === source) continue
    const entries = Object.entries(all).map(async ([way, text]): Promise<[string, string]> => {
      // What is there for the first time may come with its mark, as a copy does.
      const isKept = [text, undefined].includes(earlier[locale]?.[way])
      const from = earlier[locale]?.[way] === text ? earlier : texts
      return [way, (isKept && made[locale]?.[way]) || (await markOf(from[source]?.[way]))]
    })
    translated[locale] = Object.fromEntries(await Promise.all(entries))
  }
  return { ...stored, translated }
}

export interface StaleText {
  locale: string
  way: string
  source: string
  text: string
}

/** The translations whose source has changed since they were made. */
export async function staleTexts(stored: Json): Promise<StaleText[]> {
  const texts = textsByLocale(stored)
  const marks = Object.entries(madeFrom(stored)).flatMap(([locale, all]) =>
    Object.entries(all).map(async ([way, mark]) => {
      const now = texts[source]?.[way]
      const text = texts[locale]?.[way]
      if (!now || !text || (await markOf(now)) === mark) return []
      return [{ locale, way, source: now, text }]
    }),
  )
  return (await Promise.all(marks)).flat()
}

/** Enough to tell one text from another. */
async function markOf(text: string | undefined): Promise<string> {
  return (await digest(`source ${text ?? ''}`)).slice(0, 16)
}

/** The texts of a definition as it is stored, by language and way. */
export const textsByLocale = (stored: Json | null) => byLocale(stored?.texts)
const madeFrom = (stored: Json | null) => byLocale(stored?.translated)

function byLocale(it: unknown): Record<string, Record<string, string>> {
  return isObject(it) ? (it as Record<string, Record<string, string>>) : {}
}
