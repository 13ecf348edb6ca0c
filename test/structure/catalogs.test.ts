import { expect, test } from 'vitest'
import { catalogs } from '../../src/i18n/catalog.ts'
import { type Leaf, leaves } from './leaves.ts'

/** The other language is named in itself, and a place is given in both. */
const inBothLanguages = ['common.otherLanguage', 'office.sites.placeHint']

function arities(node: unknown, path: string[] = []): [path: string, values: number][] {
  if (typeof node === 'function') return [[path.join('.'), node.length]]
  if (typeof node !== 'object' || node === null) return []
  return Object.entries(node).flatMap(([key, value]) => arities(value, [...path, key]))
}

const zh = leaves(catalogs.zh)
const en = leaves(catalogs.en)
const pathsOf = (all: Leaf[]) => all.map(([path]) => path).sort()
const isEmpty = ([, text]: Leaf) => text.trim() === ''
/** Something to read, and not a mere abbreviation like TLS. */
const isText = ([path, text]: Leaf) => !inBothLanguages.includes(path) && /\p{Ll}|\p{Lo}/u.test(text)

test('both languages have the same texts, and what one leaves empty so does the other', () => {
  expect(pathsOf(en)).toEqual(pathsOf(zh))
  expect(pathsOf(en.filter(isEmpty))).toEqual(pathsOf(zh.filter(isEmpty)))
})

test('a text takes the same number of values in both languages', () => {
  expect(arities(catalogs.en).sort()).toEqual(arities(catalogs.zh).sort())
})

test('Chinese is written in Chinese', () => {
  expect(zh.filter(isText).filter(([, text]) => !/\p{Script=Han}/u.test(text))).toEqual([])
})

test('English has no Chinese in it', () => {
  expect(en.filter(isText).filter(([, text]) => /\p{Script=Han}/u.test(text))).toEqual([])
})
