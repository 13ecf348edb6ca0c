/// <reference types="vite/client" />
import { describe, expect, test } from 'vitest'
import css from '../../src/ui/styles/tokens.css?raw'

type Tokens = Record<string, string>

const [light = {}, dark = {}] = [...css.matchAll(/:root\s*\{([^}]*)\}/g)].map((block) => tokensIn(block[1]))
const modes: Record<string, Tokens> = { light, dark: { ...light, ...dark } }

/** What stands on what: text on its ground needs 4.5:1 (WCAG 1.4.3). */
const grounds = ['paper', 'sheet']
const texts: [text: string, ground: string][] = [
  ...['ink', 'quiet', 'accent', 'accent-strong', 'good', 'amber', 'red'].flatMap((text) =>
    grounds.map((ground): [string, string] => [text, ground]),
  ),
  ...['good-tint', 'amber-tint', 'red-tint', 'tint'].map((ground): [string, string] => ['ink', ground]),
  ['quiet', 'tint'],
  ['accent', 'good-tint'],
  ['accent', 'amber-tint'],
  ['red', 'red-tint'],
  ['on-accent', 'accent'],
  ['on-accent', 'accent-strong'],
]

/** Edges of fields and the ring of focus: 3:1 (WCAG 1.4.11). */
const shapes: [shape: string, ground: string][] = ['edge', 'focus', 'accent', 'good', 'amber', 'red'].flatMap(
  (shape) => grounds.map((ground): [string, string] => [shape, ground]),
)

describe.each(Object.entries(modes))('in the %s scheme', (_, tokens) => {
  test.each(texts)('%s is readable on %s', (text, ground) => {
    expect(contrast(tokens, text, ground)).toBeGreaterThanOrEqual(4.5)
  })

  test.each(shapes)('%s can be made out on %s', (shape, ground) => {
    expect(contrast(tokens, shape, ground)).toBeGreaterThanOrEqual(3)
  })
})

test('the dark scheme gives every colour of the light one its twin', () => {
  const colours = (tokens: Tokens) => Object.keys(tokens).filter((name) => tokens[name]?.startsWith('#'))
  expect(colours(dark).sort()).toEqual(colours(light).sort())
})

function tokensIn(block = ''): Tokens {
  return Object.fromEntries([...block.matchAll(/--([\w-]+):\s*([^;]+);/g)].map((it) => [it[1], it[2]]))
}

function contrast(tokens: Tokens, a: string, b: string): number {
  const [high, low] = [luminance(tokens, a), luminance(tokens, b)].sort((x, y) => y - x)
  return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05)
}

/** Relative luminance as WCAG defines it, of a colour written #rrggbb. */
function luminance(tokens: Tokens, name: string): number {
  const hex = tokens[name]
  if (!hex || !/^#[0-9a-f]{6}$/i.test(hex)) throw new Error(`--${name} is no colour of six digits: ${hex}`)
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
