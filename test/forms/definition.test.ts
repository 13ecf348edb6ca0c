import { describe, expect, test } from 'vitest'
import { readDraft } from '../../src/forms/drafted-definitions.ts'
import { ruleFaults, shapeFaults } from '../../src/forms/faults.ts'
import { standardForms } from '../../src/forms/standard/all.ts'
import { refused } from './refused-definitions.ts'

function faultOf(definition: unknown) {
  const read = readDraft(definition)
  return read.ok ? undefined : read.problems[0]?.fault
}

describe('a definition', () => {
  test.each(Object.entries(standardForms))('of the standard form %s holds', (_, definition) => {
    expect(faultOf(definition)).toBeUndefined()
  })

  test.each(refused)('with %s is refused', (_, definition, fault) => {
    expect(faultOf(definition)).toBe(fault)
  })

  test('is refused here for each reason that there is', () => {
    const reasons = [...new Set(refused.map(([, , fault]) => fault))].sort()
    expect(reasons).toEqual([...ruleFaults, ...shapeFaults].sort())
  })
})
