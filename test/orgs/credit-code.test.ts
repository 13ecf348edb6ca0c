import { expect, test } from 'vitest'
import { isCreditCode, tidyCreditCode } from '../../src/orgs/credit-code.ts'

test.each(['91350100M000100Y43', '911100001000000170', '12110000000000000A'])(
  '%s is read by its check',
  (code) => {
    const digits = code.slice(0, 17)
    const right = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'].filter((last) => isCreditCode(digits + last))
    expect(right).toHaveLength(1)
  },
)

test('the example of the standard holds, with any other last character it does not', () => {
  expect(isCreditCode('91350100M000100Y43')).toBe(true)
  expect(isCreditCode('91350100M000100Y44')).toBe(false)
})

test('letters that the standard leaves out are refused', () => {
  expect(isCreditCode('91350100I000100Y43')).toBe(false)
  expect(isCreditCode('9135021')).toBe(false)
})

test('a code is read as people type it', () => {
  expect(tidyCreditCode(' 91350100 m000100y43 ')).toBe('91350100M000100Y43')
})
