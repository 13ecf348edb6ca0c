/// <reference types="vite/client" />
import { expect, test } from 'vitest'
import script from '../../public/enhance.js?raw'
import pageScript from '../../public/page.js?raw'
import { lamps } from '../../src/db/vocabulary.ts'
import { posterSizes } from '../../src/office/sites/poster-looks.ts'
import { sources } from './sources.ts'

const layers = import.meta.glob<string>('../../src/ui/styles/**/*.css', {
  query: '?raw',
  import: 'default',
  eager: true,
})
const unsentParts = import.meta.glob<string>('../../src/ui/unsent/*.js', {
  query: '?raw',
  import: 'default',
  eager: true,
})
const css = Object.values(layers)
  .join('\n')
  .replaceAll(/\/\*[\s\S]*?\*\//g, '')

/** Pages only: mail carries its styles with it. */
const pages = sources.filter(([path]) => !path.startsWith('mail/')).map(([, text]) => text)

/** Classes that are put together, by the expression that does it. */
const composed: Record<string, string[]> = {
  '`lamp ${lamp}`': ['lamp', ...lamps],
  '`notice ${kind}`': ['notice', 'good', 'warning'],
  '`notice warning care ${look}`': ['care', 'small', 'care-mental', 'care-harassment'],
  kind: ['mark', 'alarm'],
  '`poster ${size}`': ['poster', ...posterSizes],
}

const styled = namesIn(css, /\.(-?[a-z][\w-]*)/gi)
const written = new Set([...pages, script, pageScript, ...Object.values(unsentParts)].flatMap(classesIn))

test('every class that a page has is in the style sheet', () => {
  expect([...written].filter((name) => !styled.has(name))).toEqual([])
})

test('every class of the style sheet is on some page', () => {
  expect([...styled].filter((name) => !written.has(name))).toEqual([])
})

test('every token is used, and every token used is there', () => {
  const used = namesIn(css, /var\((--[\w-]+)/g)
  const given = namesIn(css, /(--[\w-]+):/g)
  expect([...given].sort()).toEqual([...used].sort())
})

function classesIn(text: string): string[] {
  const plain = [...text.matchAll(/\bclass="([^"]*)"|\.className = '([^']*)'/g)].map((it) => it[1] ?? it[2])
  const made = [...text.matchAll(/\b(?:part\('\w+', |boxOf\(|buttonOf\()'([^']+)'/g)].map((it) => it[1])
  const chosen = [...text.matchAll(/\bclass=\{((?:[^{}]|\{[^{}]*\})*)\}/g)].flatMap((it) => results(it[1]))
  return [...plain, ...made, ...chosen].flatMap((one = '') => one.split(' '))
}

/** What an expression in place of a class can become. */
function results(expression = ''): string[] {
  const known = composed[expression]
  if (known) return known
  const words = [...expression.matchAll(/'([^']*)'/g)].map((it) => it[1] ?? '')
  if (words.length === 0 || expression.includes('`')) {
    throw new Error(`Say in this test which classes are meant by class={${expression}}`)
  }
  return words
}

function namesIn(text: string, pattern: RegExp): Set<string> {
  return new Set([...text.matchAll(pattern)].map(([, name = '']) => name))
}
