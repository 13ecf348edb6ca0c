import fc from 'fast-check'
import { inflateSync } from 'fflate'
import { expect, test } from 'vitest'
import { deflated, nothingYet } from '../../src/exports/xlsx/deflating.ts'

test('slices that were deflated apart are one file, behind each other', () => {
  const texts = fc.array(fc.string({ unit: 'binary', maxLength: 300 }), { minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(texts, (all) => {
      let sum = nothingYet
      const slices = all.map((text, at) => {
        const made = deflated(text, sum, at === all.length - 1)
        sum = made.sum
        return made.bytes
      })
      const file = inflateSync(new Uint8Array(slices.flatMap((slice) => [...slice])))
      expect(new TextDecoder().decode(file)).toBe(
        new TextDecoder().decode(new TextEncoder().encode(all.join(''))),
      )
      expect(sum.size).toBe(file.length)
    }),
    { numRuns: 200 },
  )
})
