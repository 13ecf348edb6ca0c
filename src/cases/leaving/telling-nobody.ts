import type { Leak, Run } from '../../engine/leaks.ts'
import { namesLike } from './names-like.ts'
import { apart, isSure, type Known, whatIdentifies } from './what-identifies.ts'

/**
 * What is said of a text that holds these runs, so that it does not tell which of many names is a worker's: what stops
 * whoever he is, and beside that everything that looks like a name, or nothing where his would stand out even so.
 */
export function tellingNobody(
  text: string,
  found: readonly Run[],
  known: Known,
): Pick<Leak, 'runs' | 'namesWorker' | 'alike' | 'kept'> {
  const runs = whatIdentifies(text, { ...known, details: [] })
  const names = found.filter((run) => isSure(run) && !lies(run, runs.filter(isSure)))
  const like = apart(text.length, [...runs, ...namesLike(text)])
  const namesWorker = names.length > 0
  const alike = namesWorker && names.every((run) => lies(run, like.filter(isSure))) ? like : null
  const kept = namesWorker && !alike ? gap : blackened(text, alike ?? runs)
  return { runs, namesWorker, alike, kept }
}

function lies({ from, to }: Run, within: readonly Run[]): boolean {
  return within.some((one) => one.from <= from && to <= one.to)
}

const gap = '▇▇▇'

function blackened(text: string, runs: readonly Run[]): string {
  return runs
    .filter(isSure)
    .toReversed()
    .reduce((left, { from, to }) => `${left.slice(0, from)}${gap}${left.slice(to)}`, text)
}
