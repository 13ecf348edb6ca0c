import { expect, test } from 'vitest'
import { codeOf, newCode } from '../../src/db/codes.ts'
import { readCode } from '../../src/typed/code.ts'

test('a new code uses each letter of the alphabet alike, and reads back', () => {
  const bytes = (array: Uint8Array<ArrayBuffer>) => array.map((_, place) => 238 + place)
  expect(newCode(5, bytes)).toBe('WXWXW')
  const code = newCode(5)
  expect(readCode(code.toLowerCase(), 5)).toBe(code)
})

test('a number has one code, its lowest place first', () => {
  expect(codeOf(0n, 3)).toBe('222')
  expect(codeOf(19n + 20n * 2n + 8000n, 3)).toBe('X42')
})
