import type { Parts, Posted } from '../answers.ts'

interface Named {
  name: string
}

/** The name of the control of a part. Two hyphens: with one it might be the id of what is said about the question. */
export const controlOf = ({ name }: Named, part: string) => `${name}--${part}`

/**
 * Of a kind whose answer has parts, each with a control of its own. `faulty` says which of them are wrong or missing,
 * once anything was given.
 */
export function inParts<Asked extends Named>(
  partsOf: (asked: Asked) => readonly string[],
  faulty: (asked: Asked, given: Parts) => string[],
) {
  return {
    controls: (asked: Asked) => partsOf(asked).map((part) => controlOf(asked, part)),
    read(asked: Asked, posted: Posted) {
      const given = postedParts(asked, partsOf(asked), posted)
      return isEmpty(given) ? undefined : given
    },
    faultyParts(asked: Asked, posted: Posted) {
      const given = postedParts(asked, partsOf(asked), posted)
      return isEmpty(given) ? [] : faulty(asked, given)
    },
  }
}

/** What was posted, by the part; one that is empty is not there. */
export function postedParts(asked: Named, parts: readonly string[], posted: Posted): Parts {
  const all = parts.map((part) => [part, posted.get(controlOf(asked, part))])
  return Object.fromEntries(all.filter(([, given]) => given))
}

const isEmpty = (given: Parts) => Object.keys(given).length === 0
