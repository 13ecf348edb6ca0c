import { expect, test } from 'vitest'
import { sources } from './sources.ts'

test('columns of an insert … select are named: it stands in its one file', () => {
  const inserted = sources.filter(([, text]) => /\.insert\([^()]*\)\s*\.select\(/.test(text))
  expect(inserted.map(([path]) => path)).toEqual(['db/insert-select.ts'])
})
