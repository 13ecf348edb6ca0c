import { expect, test } from 'vitest'
import { sources } from './sources.ts'

/** Words, addresses and tables may be long: they are looked up, not read. */
const looked = /^(?:i18n|db\/tables)\/|^urls\.ts$|\/process\.ts$/

const lengths = sources.map(([path, text]) => [path, text.split('\n').length] as const)

test('no file is longer than a reader takes in', () => {
  const long = lengths.filter(([path, length]) => length > 200 && !looked.test(path))
  expect(long).toEqual([])
})

test('half of the files have sixty lines at most', () => {
  const sorted = lengths.map(([, length]) => length).sort((a, b) => a - b)
  expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThanOrEqual(60)
})
