import * as v from 'valibot'
import { because, type Kind } from './kind.ts'
import { lookedUp } from './looked-up.ts'
import { optionsUpTo, optionText } from './options.ts'
import { question } from './settings.ts'

export const settings = v.object({
  type: v.literal('list'),
  ...question,
  /** Too many to be read; they are found by their words in both languages. */
  ...optionsUpTo(500),
})
type List = v.InferOutput<typeof settings>
type Option = List['options'][number]

/** So many that go by the same words are shown, for one to be chosen. */
export const mostShown = 8

/** One of a long list. */
export const list: Kind<List, string> = {
  ...lookedUp,
  compared: 'option',
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
  cell: (asked, given, { locale }) => optionText(asked, given, locale),
  written: () => [],
  chosen: (given) => [given],
}

/**
 * What is called just as it was typed; else all whose name holds it, in either language, those first that begin so. What
 * is retired goes by its whole name alone.
 */
export function goingBy(asked: List, typed: string): Option[] {
  const sought = alike(typed)
  if (sought === '') return []
  const found = namesOf(asked).filter(({ names }) => names.some((name) => name.includes(sought)))
  const same = found.filter(({ names }) => names.includes(sought))
  const open = found.filter(({ option }) => !option.retired)
  const begun = open.filter(({ names }) => names.some((name) => name.startsWith(sought)))
  return (same.length > 0 ? same : [...new Set([...begun, ...open])]).map(({ option }) => option)
}

const known = new WeakMap<Option[], { option: Option; names: string[] }[]>()

/** Made once for each version of a form. */
function namesOf({ options }: List) {
  const names =
    known.get(options) ?? options.map((option) => ({ option, names: Object.values(option.label).map(alike) }))
  known.set(options, names)
  return names
}

/** Without case, width and gaps, in which people differ. */
const alike = (text: string) => text.normalize('NFKC').toLowerCase().replace(/\s/g, '')
