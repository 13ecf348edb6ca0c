import { questionsOf } from '../forms/definition.ts'
import { isIdentity } from '../forms/fields.ts'
import type { KeptVersion } from '../forms/kept-definitions.ts'
import type { Reader } from '../forms/kinds/kind.ts'
import { type Offered, offeredBy } from './offered-options.ts'

/** A question by whose options the answers may be narrowed. */
export interface Choosable {
  name: string
  label: string
  options: Offered[]
}

/** Of a longer list nobody finds anything in another list. */
const mostOptions = 30

/** The questions of all versions, as the newest asked them, with all that was ever offered. */
export function choosableIn(newestFirst: readonly KeptVersion[], reader: Reader): Choosable[] {
  const all = new Map<string, Choosable>()
  for (const { definition } of newestFirst)
    for (const question of definition?.pages.flatMap((page) =>
      page.entries ? [] : questionsOf({ pages: [page] }),
    ) ?? []) {
      // Whoever files has agreed to all that is to be agreed to.
      if (isIdentity(question) || question.type === 'consent') continue
      const { name, label } = question
      const known = all.get(name) ?? { name, label: label[reader.locale], options: [] }
      const fresh = offeredBy(question, reader).filter(
        ({ value }) => !known.options.some((it) => it.value === value),
      )
      all.set(name, { ...known, options: [...known.options, ...fresh] })
    }
  return [...all.values()].filter(({ options }) => options.length > 0 && options.length <= mostOptions)
}
