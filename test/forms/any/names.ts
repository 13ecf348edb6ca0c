import * as fc from 'fast-check'

/** Words that mean something to those who read them, and to programs. */
const loaded = [
  'zh',
  'en',
  'id',
  'list',
  'form',
  'title',
  'label',
  'value',
  'other',
  'none',
  'danger',
  'part_1',
]

/** By these nothing may be called. */
const isFree = (it: string) => !['constructor', 'prototype', '__proto__'].includes(it)

/** What a question, a page, a condition or a check may be called. */
export const name = fc
  .oneof(
    { weight: 3, arbitrary: fc.stringMatching(/^[a-z][a-z0-9_]{0,39}$/, { size: 'small' }) },
    { weight: 1, arbitrary: fc.constantFrom(...loaded) },
  )
  .filter(isFree)

/** How an option may be stored. */
export const value = fc
  .oneof(
    { weight: 3, arbitrary: fc.stringMatching(/^[a-z0-9_]{1,40}$/, { size: 'small' }) },
    { weight: 1, arbitrary: fc.constantFrom('0', '1', '10', '_', ...loaded) },
  )
  .filter(isFree)

const words = fc.oneof(
  fc.constantFrom(
    '工资',
    '在哪儿？',
    'Wages',
    'a',
    'x.y',
    'O’Neil & Söhne',
    '<b>"粗"</b>',
    '👩🏽‍🏭',
    '__proto__',
  ),
  fc.stringMatching(/^[a-z一-龥]{1,12}$/, { size: 'small' }),
)

/** A text in both languages. */
export const text = fc.record({ zh: words, en: words })

/** It, or nothing. */
export const maybe = <One>(one: fc.Arbitrary<One>) => fc.option(one, { nil: undefined })

/** The same without what is left out. */
export const given = <Parts extends Record<string, unknown>>(
  parts: {
    [Key in keyof Parts]: fc.Arbitrary<Parts[Key]>
  },
) =>
  fc.record(parts).map((it) => Object.fromEntries(Object.entries(it).filter(([, one]) => one !== undefined)))
