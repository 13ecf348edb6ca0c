import * as v from 'valibot'
import { because, type Kind } from './kind.ts'
import { lookedUp } from './looked-up.ts'
import { optionsUpTo, optionText } from './options.ts'
import { question } from './settings.ts'

export const settings = v.object({
  type: v.literal('list'),
  ...question,
  /** Too many to be read; they are found by their words in both languages. */
  options: optionsUpTo(500),
})
type List = v.InferOutput<typeof settings>
type Option = List['options'][number]

/** So many that go by the same words are shown, for one to be chosen. */
export const mostShown = 8

/** One of a long list. */
export const list: Kind<List, string> = {
  ...lookedUp,
  check: (asked) =>
    v.pipe(
      v.object({ name: v.string(), id: v.string() }),
      v.rawTransform(({ dataset, addIssue, NEVER }) => {
        const found = goingBy(asked, dataset.value.name)
        const one = found.length === 1 ? found[0] : found.find(({ value }) => value === dataset.value.id)
        if (one) return one.value
        addIssue({ message: because(found.length > 0 ? 'several' : 'not_listed') })
        return NEVER
      }),
    ),
  measure: (asked, posted) => ({ most: mostShown, now: goingBy(asked, posted.get(asked.name)).length }),
  show: (asked, given, { locale }) => optionText(asked, given, locale),
  written: () => [],
  chosen: (given) => [given],
}

/** What is called just as it was typed; else all whose name holds it, in either language, those first that begin so. */
export function goingBy(asked: List, typed: string): Option[] {
  const sought = alike(typed)
  const found = namesOf(asked).filter(({ names }) => names.some((name) => name.includes(sought)))
  const [same, begun] = [
    found.filter(({ names }) => names.includes(sought)),
    found.filter(({ names }) => names.some((name) => name.startsWith(sought))),
  ]
  const all = same.length > 0 ? same : [...new Set([...begun, ...found])]
  return sought === '' ? [] : all.map((it) => it.option)
}

const known = new WeakMap<List, { option: Option; names: string[] }[]>()

/** Made once for each version of a form. */
function namesOf(asked: List) {
  const names =
    known.get(asked) ??
    asked.options.map((it) => ({ option: it, names: [it.label.zh, it.label.en].map(alike) }))
  known.set(asked, names)
  return names
}

/** Without case, width and gaps, in which people differ. */
const alike = (text: string) => text.normalize('NFKC').toLowerCase().replace(/\s/g, '')
