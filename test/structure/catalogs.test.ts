import { expect, test } from 'vitest'
import { catalogs } from '../../src/i18n/catalog.ts'

/** The other language is named in itself, and a place is given in both. */
const inBothLanguages = ['common.otherLanguage', 'office.sites.placeHint']

type Leaf = [path: string, text: string]

/** Every text with its path; one in pieces is one text. Those with values are read as they are written. */
function leaves(node: unknown, path: string[] = []): Leaf[] {
  const inPieces = Array.isArray(node) && node.every((piece) => typeof piece === 'string')
  if (typeof node === 'object' && node !== null && !inPieces) {
    return Object.entries(node).flatMap(([key, value]) => leaves(value, [...path, key]))
  }
  if (typeof node === 'function') return [[path.join('.'), wordsOf(node)]]
  return [[path.join('.'), inPieces ? node.join('') : String(node)]]
}

/** What stands between the quotes of a function; a dot where it writes a value only. */
function wordsOf(write: { toString(): string }): string {
  const literals = write.toString().match(/'[^']*'|"[^"]*"|`[^`]*`/g) ?? []
  return literals.map((literal) => literal.slice(1, -1).replace(/\$\{[^}]*\}/g, '·')).join('') || '·'
}

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
