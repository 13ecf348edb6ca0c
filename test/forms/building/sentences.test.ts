import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  conditionFrom,
  relations,
  type Sentence,
  sentencesOf,
} from '../../../src/forms/building/sentences.ts'

const line: fc.Arbitrary<Sentence> = fc
  .record({
    question: fc.stringMatching(/^[a-z]{1,6}$/),
    relation: fc.constantFrom(...relations),
    value: fc.oneof(fc.stringMatching(/^[a-z0-9]{1,6}$/), fc.integer(), fc.boolean()),
  })
  .map(({ question, relation, value }) => {
    if (relation === 'answered' || relation === 'unanswered') return { question, relation, value: null }
    if (relation === 'has' || relation === 'has_not') return { question, relation, value: String(value) }
    return { question, relation, value }
  })

describe('a condition in sentences', () => {
  test('is read again as it was written', () => {
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 8 }),
        fc.constantFrom('and' as const, 'or' as const),
        (lines, joined) => {
          const again = sentencesOf(conditionFrom({ joined, lines }))
          expect(again?.lines).toEqual(lines)
          if (lines.length > 1) expect(again?.joined).toBe(joined)
        },
      ),
    )
  })

  test.each([
    ['a condition in a condition', { and: [{ or: [{ answered: 'a' }] }] }],
    ['another condition', { ref: 'other' }],
    ['a value that is worked out', { eq: [{ add: [1, { ref: 'a' }] }, 2] }],
    ['the opposite of a comparison', { not: { eq: [{ ref: 'a' }, 1] } }],
    ['nothing', null],
  ])('is left as it is where it says more: %s', (_, when) => {
    expect(sentencesOf(when)).toBeNull()
  })
})
