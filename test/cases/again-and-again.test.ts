import { describe, expect, test } from 'vitest'
import { processes } from '../../src/cases/processes.ts'
import type { State } from '../../src/db/vocabulary.ts'
import type { Move } from '../../src/engine/move.ts'

/** What can be done once only, whatever the state: there is one answer to each reply, and one identity. */
const once = ['rateable', 'identity_kept']

describe.each(Object.entries(processes))('in the process %s', (_, { moves }) => {
  const lines: Move[] = Object.values(moves)
  const byWorker = lines.filter(
    ({ by, when = [], perDay }) =>
      by.includes('worker') && perDay === undefined && !when.some((guard) => once.includes(guard)),
  )

  test('what a worker can do again and again, without the union, has a limit a day', () => {
    const roundabout = byWorker
      .flatMap(({ from, to }) =>
        from.filter((state) => comesBack(byWorker, state, to === 'same' ? state : to)),
      )
      .sort()
    expect(roundabout).toEqual([])
  })
})

/** Whether the worker alone comes from one state to another, by any of his lines. */
function comesBack(lines: Move[], goal: State, start: State): boolean {
  const reached = new Set([start])
  for (const state of reached)
    for (const { from, to } of lines) if (from.includes(state)) reached.add(to === 'same' ? state : to)
  return reached.has(goal)
}
