import type { Problem } from '../../forms/faults.ts'
import type { NoJson } from '../../forms/reading-json.ts'
import type { Messages } from '../../i18n/catalog.ts'

type Words = Messages['office']['forms']

/**
 * What is wrong with a definition, and where: parts, questions and options are counted, all else is named by its keys, or
 * by what these are called where somebody never sees them.
 */
export function faultInWords(
  t: Words,
  { where, fault, limit }: Problem,
  called: Record<string, string> = {},
): string {
  return t.wrongAt(placeInWords(t, where, called) || t.whole, t.faults[fault](kindInWords(t, limit)))
}

/** Why a text is not taken for a definition at all. */
export function noJsonInWords({ notJson, notJsonFrom, tooDeep }: Words, why: NoJson): string {
  if (why.why === 'too_deep') return tooDeep
  return why.from ? notJsonFrom(why.from.line, why.from.column) : notJson
}

function placeInWords(t: Words, where: Problem['where'], called: Record<string, string>): string {
  const counted: Record<string, (place: number) => string> = t.places
  const parts: string[] = []
  const keys: string[] = []
  where.forEach((key, at) => {
    const list = counted[String(where[at - 1])]
    if (typeof key === 'number' && list) parts.push(list(key + 1))
    else if (!(String(key) in counted && typeof where[at + 1] === 'number')) keys.push(String(key))
  })
  const names = keys.map((key) => called[key] ?? key)
  const isCalled = keys.some((key) => called[key] !== undefined)
  return t.place([...parts, names.join(isCalled ? ' · ' : '.')].filter(Boolean))
}

/** The kinds of JSON have names; what is offered is written as it is to be typed. */
function kindInWords(t: Words, limit: string): string {
  const kinds: Record<string, string> = t.kinds
  return kinds[limit] ?? limit
}
