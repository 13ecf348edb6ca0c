import { expect, test } from 'vitest'
import { amountIn } from '../../src/office/forms/making/settings-in.ts'

test.each([
  ['number', '1,200', 1200],
  ['number', '１，２００．５', 1200.5],
  ['number', '-3', -3],
  ['money', '1,200.50', 120_050],
  ['number', '', ''],
  ['number', 'many', 'many'],
])('an amount that is set is read as answers are: %s %s', (type, text, read) => {
  expect(amountIn({ type }, text)).toBe(read)
})
