import { expect, test } from 'vitest'
import { sources } from '../structure/sources.ts'

const importing = (what: RegExp) => sources.filter(([, text]) => what.test(text)).map(([path]) => path)

test('better-auth is imported in one file, and this file only when somebody signs in', () => {
  expect(importing(/^import (?!type).* from 'better-auth/m)).toEqual(['signin/library.ts'])
  expect(importing(/ from '\.\/library\.ts'/)).toEqual([])
  expect(importing(/await import\('\.\/library\.ts'\)/)).toEqual(['signin/auth.ts'])
})
