import { expect, test } from 'vitest'
import { sources } from './sources.ts'

test('columns of an insert … select are named: it stands in its one file', () => {
  const inserted = sources.filter(([, text]) => /\.insert\([^()]*\)\s*\.select\(/.test(text))
  expect(inserted.map(([path]) => path)).toEqual(['db/insert-select.ts'])
})

test('pages of the office, of set-up and of one’s own account leave writing to the domain', () => {
  const pages = /^(?:office|setup|board)\/|^signin\/(?:account|mail-choice)/
  const writing = sources.filter(
    ([path, text]) => pages.test(path) && /\.(?:insert|update|delete)\(/.test(text),
  )
  expect(writing.map(([path]) => path)).toEqual([])
})
