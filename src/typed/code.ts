import { halfWidth } from './half-width.ts'

/** Open Location Code's alphabet: no vowels, no look-alikes. */
export const codeAlphabet = '23456789CFGHJMPQRVWX'

/** What is wrong with a code: nothing like one, letters that none has, or so many characters too few or too many. */
export type CodeFault =
  | { why: 'none' }
  | { why: 'foreign'; letters: string[] }
  | { why: 'short' | 'long'; by: number }

/**
 * A code out of what people type: in any case and width, in groups, after its name, or in a whole link. Null where
 * there is none of this length.
 */
export function readCode(typed: string, length: number): string | null {
  return runsIn(typed, isOurs).find((run) => run.length === length) ?? null
}

/** Why there is no code of this length in a text, to be told to who typed it. */
export function codeFault(typed: string, length: number): CodeFault {
  const runs = runsIn(typed, (word) => isOurs(word) || /\d/.test(word))
  const longest = runs.reduce((long, run) => (run.length > long.length ? run : long), '')
  if (longest === '') return { why: 'none' }
  const foreign = [...new Set(longest)].filter((letter) => !codeAlphabet.includes(letter))
  if (foreign.length > 0) return { why: 'foreign', letters: foreign }
  const missing = length - longest.length
  return missing > 0 ? { why: 'short', by: missing } : { why: 'long', by: -missing }
}

const isOurs = (word: string) => [...word].every((letter) => codeAlphabet.includes(letter))

/** Letters that stand together, or in groups with nothing but gaps between them, where each group may belong to a code. */
function runsIn(typed: string, belongs: (word: string) => boolean): string[] {
  const runs: string[] = []
  let isOpen = false
  for (const piece of halfWidth(typed)
    .toUpperCase()
    .match(/[A-Z0-9]+|[^A-Z0-9]+/g) ?? []) {
    const isWord = /^[A-Z0-9]/.test(piece)
    if (!isWord) isOpen &&= /^[ \-_.·]+$/.test(piece)
    else if (!belongs(piece)) isOpen = false
    else if (isOpen) runs.push((runs.pop() ?? '') + piece)
    else {
      runs.push(piece)
      isOpen = true
    }
  }
  return runs
}
