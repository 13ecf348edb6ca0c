import { isObject, type Json } from '../json.ts'
import { storedFrom } from '../stored-shape.ts'
import { staleTexts, textsByLocale, withTranslations } from '../translations.ts'
import { writtenFrom } from '../written-shape.ts'
import { type Working, workingFrom } from './working.ts'

/** A text of a form with its English, and whether that is still to be written, or older than the Chinese. */
export interface FormText {
  /** Where it stands: `question.danger.label`. */
  way: string
  zh: string
  en: string
  state: 'missing' | 'stale' | 'done'
}

/** The form as it is written now, with what each of its translations was made from, as `translations.ts` keeps it. */
export async function withSources(next: Working, before: Json): Promise<Json> {
  const { texts } = storedFrom(before)
  const { translated } = await withTranslations(storedFrom(next), { texts, translated: next.translated })
  return { ...next, translated }
}

/** Every text that has Chinese, in the order in which it is read. */
export async function textsOf(working: Working): Promise<FormText[]> {
  const stored = storedFrom(working)
  const stale = new Set((await staleTexts(stored)).map(({ way }) => way))
  const { zh = {}, en = {} } = textsByLocale(stored)
  return Object.entries(zh)
    .map(([way, words]) => ({ way, zh: String(words), en: String(en[way] ?? '') }))
    .filter((one) => one.zh !== '')
    .map((one) => ({ ...one, state: one.en === '' ? 'missing' : stale.has(one.way) ? 'stale' : 'done' }))
}

/** How many texts have no English yet, and how many one that is older than the Chinese. */
export interface EnglishLeft {
  missing: number
  stale: number
}

export async function englishLeft(working: Working): Promise<EnglishLeft> {
  const all = await textsOf(working)
  const of = (state: FormText['state']) => all.filter((one) => one.state === state).length
  return { missing: of('missing'), stale: of('stale') }
}

/** With the English that was written for some ways; of those that were looked at it is right as it stands. */
export function withEnglish(
  working: Working,
  written: Record<string, string>,
  lookedAt: readonly string[],
): Working {
  const stored = storedFrom(working)
  const { zh = {}, en = {} } = textsByLocale(stored)
  const known = Object.entries(written).filter(([way]) => Object.hasOwn(zh, way))
  const next = writtenFrom({ ...stored, texts: { zh, en: { ...en, ...Object.fromEntries(known) } } })
  const left = Object.fromEntries(Object.entries(marksOf(working)).filter(([way]) => !lookedAt.includes(way)))
  return workingFrom({ ...next, translated: { en: left } })
}

/** With what the English of copies was made from: where it is older than its Chinese, it is so in the copy. */
export function withCopiedMarks(working: Working, names: ReadonlyMap<string, string>): Working {
  const marks = Object.entries(marksOf(working))
  const copied = marks.flatMap(([way, mark]) => {
    const [kind, id = '', ...rest] = way.split('.')
    const copy = names.get(id)
    return copy === undefined ? [] : [[[kind, copy, ...rest].join('.'), mark] as const]
  })
  return { ...working, translated: { en: Object.fromEntries([...marks, ...copied]) } }
}

function marksOf({ translated }: Working): Json {
  return isObject(translated) && isObject(translated.en) ? translated.en : {}
}
