import { isObject, type Json } from './json.ts'
import { deepest } from './reading-json.ts'

/** Texts by language, and by the way that leads to what they stand on: `question.danger.label`. */
export type Texts = Record<string, Record<string, unknown>>

/** The same without its words, which go to the texts. */
export function withoutTexts(texts: Texts, it: unknown, at: string): unknown {
  if (isText(it)) {
    for (const [locale, words] of Object.entries(it)) {
      texts[locale] ??= {}
      texts[locale][at] = words
    }
    return undefined
  }
  if (Array.isArray(it))
    return it.map((one, index) => withoutTexts(texts, one, `${at}.${idOf(one) ?? index}`) ?? null)
  if (!isObject(it)) return it
  const kept = ownTextsFirst(it).map(([key, one]) => [key, withoutTexts(texts, one, `${at}.${key}`)])
  return Object.fromEntries(kept.filter(([, one]) => one !== undefined))
}

/** Then those of its parts: the order never hangs on where among its keys a text was written. */
function ownTextsFirst(it: Json): [key: string, one: unknown][] {
  return Object.entries(it).sort(([, one], [, other]) => Number(isText(other)) - Number(isText(one)))
}

/** Puts each text of a tree where it stood; what leads nowhere makes the place that it names. */
export function withTexts(it: unknown, tree: unknown): unknown {
  if (!isObject(tree)) return it
  if (isObject(tree[leaf])) return tree[leaf]
  if (Array.isArray(it)) return it.map((one, index) => withTexts(one, tree[idOf(one) ?? index]))
  const whole: Json = isObject(it) ? { ...it } : {}
  for (const [key, below] of Object.entries(tree)) whole[key] = withTexts(whole[key], below)
  return whole
}

/** The texts as a tree along their ways, as far as one can lead. */
export function treeOf(texts: unknown): Json {
  const tree = branch()
  for (const [locale, all] of entriesOf(texts))
    for (const [way, words] of entriesOf(all)) {
      let at = tree
      for (const key of way.split('.', deepest)) at = below(at, key)
      at[leaf] = { ...(isObject(at[leaf]) ? at[leaf] : {}), [locale]: words }
    }
  return tree
}

/** What of a tree stands below one of its keys. */
export function below(tree: Json, key: string): Json {
  const there = tree[key]
  if (isObject(there)) return there
  const made = branch()
  tree[key] = made
  return made
}

/** Whether it is one text in several languages; a condition may be called `zh`, and is none. */
export function isText(it: unknown): it is Json {
  if (!isObject(it) || !('zh' in it || 'en' in it)) return false
  return Object.entries(it).every(([key, words]) => /^[a-z]{2}$/.test(key) && !isObject(words))
}

/** Each text in each language: where one is missing, in the other. */
export function inBoth(it: unknown): unknown {
  if (Array.isArray(it)) return it.map(inBoth)
  if (isText(it)) return { ...it, zh: it.zh ?? it.en, en: it.en ?? it.zh }
  if (!isObject(it)) return it
  return Object.fromEntries(Object.entries(it).map(([key, one]) => [key, inBoth(one)]))
}

/** What stands in a list is named by its own id, so that its texts stay with it when the order changes. */
function idOf(it: unknown): string | undefined {
  if (!isObject(it)) return undefined
  const id = it.id ?? it.value
  return typeof id === 'string' ? id : undefined
}

/** Under no key that a way can name. */
const leaf = ' '

/** Without the keys that every object has. */
const branch = (): Json => Object.create(null)
const entriesOf = (it: unknown) => (isObject(it) ? Object.entries(it) : [])
