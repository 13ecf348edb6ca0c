import { expect, test } from 'vitest'
import { catalogs } from '../../src/i18n/catalog.ts'
import { type Leaf, leaves } from './leaves.ts'

/** A place is given in both languages. */
const inBothLanguages = ['office.sites.placeHint']

const zh = leaves(catalogs.zh).filter(([path]) => !inBothLanguages.includes(path))
const en = leaves(catalogs.en).filter(([path]) => !inBothLanguages.includes(path))
const matching = (all: Leaf[], pattern: RegExp) => all.filter(([, text]) => pattern.test(text))

test('Chinese has full-width marks beside its characters, and English has none', () => {
  expect(matching(zh, /\p{sc=Han}[,?:;!()]|[,?:;!()]\p{sc=Han}/u)).toEqual([])
  expect(matching(en, /[，。：；？！（）、]/)).toEqual([])
})

test('no two marks follow each other', () => {
  expect(matching(zh, /[，。：；？！、][，。：；？！、]/)).toEqual([])
  expect(matching(en, /[,.:;?!] ?[,:;?!](?!\d)/)).toEqual([])
})

test('no word is said twice in a row', () => {
  expect(matching(zh, /(\p{sc=Han}{2,})[ ·]+\1/u)).toEqual([])
  expect(matching(en, /\b([a-z]{2,}) \1\b/i)).toEqual([])
})

test('Chinese has no sentence of another language in it', () => {
  expect(matching(zh, /[A-Za-z’']{2,}(?: [A-Za-z’']+){2,}/)).toEqual([])
})

test('the history names who acted once, where its sentence begins', () => {
  const { history, who } = catalogs.en.follow
  const told = Object.entries(history).map(([act, write]): Leaf => [act, write(who.role('Handler'))])
  expect(matching(told, /\b(\w+) \1\b/i)).toEqual([])
  expect(matching(told, /[a-z,] The handler/)).toEqual([])
})

/** What English says of one of everything. */
const ofOne = functionsOf(catalogs.en).map(([path, write]): Leaf => [path, spoken(write)])

/** What is counted anywhere, as it is called of many. */
const many =
  'people|workers|cases|filings|messages|characters|seconds|minutes|hours|days|weekdays|months|years|times|others|categories|mails|notices|replies|texts|proposals|employers|questions|answers|tries|codes'

test('of one thing English does not speak as of many', () => {
  expect(ofOne.length).toBeGreaterThan(100)
  expect(ofOne.filter(([, text]) => text === '')).toEqual([])
  expect(matching(ofOne, new RegExp(`\\b(?:1|one) (?:[a-z]+ )?(?:${many})\\b`, 'i'))).toEqual([])
  expect(matching(ofOne, /\b(?:1|one) [a-z]+ (?:are|were|have|go|wait|stand)\b/i)).toEqual([])
})

type Write = (...values: unknown[]) => unknown

function functionsOf(node: unknown, path: string[] = []): [path: string, write: Write][] {
  if (typeof node === 'function') return [[path.join('.'), node as Write]]
  if (typeof node !== 'object' || node === null) return []
  return Object.entries(node).flatMap(([key, value]) => functionsOf(value, [...path, key]))
}

/** A text with one of whatever it takes; with lists and names where it cannot do with a number. */
function spoken(write: Write): string {
  for (const value of [1, [1], 'X', { zh: 'X', en: 'X' }]) {
    try {
      return [write(value, value, value, value, value)].flat().map(String).join(' ')
    } catch {}
  }
  return ''
}
