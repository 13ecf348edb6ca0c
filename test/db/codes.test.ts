import { expect, test } from 'vitest'
import { codeOf, newCode, readCode } from '../../src/db/codes.ts'

test('a new code uses each letter of the alphabet alike, and reads back', () => {
  const bytes = (array: Uint8Array<ArrayBuffer>) => array.map((_, place) => 238 + place)
  expect(newCode(5, bytes)).toBe('WXWXW')
  const code = newCode(5)
  expect(readCode(code.toLowerCase(), 5)).toBe(code)
})

test('a code is read as people type it, and only at its full length', () => {
  expect(readCode(' c23f–g.h_4\u30005 ', 8)).toBe('C23FGH45')
  expect(readCode('Ｃ２３Ｆ', 4)).toBe('C23F')
  for (const typed of ['', 'C23', 'C23FG', 'A23F', 'C23🙂']) expect(readCode(typed, 4)).toBeNull()
})

test('a number has one code, its lowest place first', () => {
  expect(codeOf(0n, 3)).toBe('222')
  expect(codeOf(19n + 20n * 2n + 8000n, 3)).toBe('X42')
})
