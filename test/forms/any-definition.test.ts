import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Read, readDraft } from '../../src/forms/drafted-definitions.ts'
import { readStored, writtenOut } from '../../src/forms/stored-definitions.ts'
import { storedFrom } from '../../src/forms/stored-shape.ts'
import { upgraded } from '../../src/forms/upgrading/upgrade.ts'
import { writtenFrom } from '../../src/forms/written-shape.ts'
import { definitions } from './any/definitions.ts'
import { runs } from './any/effort.ts'

function published(draft: object): Extract<Read, { ok: true }> {
  const read = readDraft(draft)
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  return read
}

/** Without the ids of lists, of which each goes under another where one offers something else. */
function asWritten(draft: object): object {
  return JSON.parse(JSON.stringify(draft), (key, it) =>
    key === 'list' && typeof it === 'string' ? undefined : it,
  )
}

describe('any definition that may be published', () => {
  test('is published with all that was written, word for word', () => {
    fc.assert(
      fc.property(definitions, (draft) => {
        expect(published(draft).definition).toMatchObject(asWritten(draft))
      }),
      runs(100),
    )
  })

  test('is read as it was published', () => {
    fc.assert(
      fc.property(definitions, (draft) => {
        const { definition, stored } = published(draft)
        expect(readStored(JSON.parse(JSON.stringify(stored)))).toEqual(definition)
      }),
      runs(100),
    )
  })

  test('is stored as it was, once it was written out and published anew', () => {
    fc.assert(
      fc.property(definitions, (draft) => {
        const { stored } = published(draft)
        const bytes = JSON.stringify(stored)
        const again = [storedFrom(writtenFrom(stored)), published(writtenOut(stored) as object).stored]
        // First by their parts, whose difference can be told in a moment.
        for (const one of again) expect(one).toEqual(stored)
        expect(again.every((one) => JSON.stringify(one) === bytes)).toBe(true)
      }),
      runs(100),
    )
  })
})

describe('anything whatsoever', () => {
  const keys = fc.oneof(
    fc.string(),
    fc.constantFrom(
      ...['__proto__', 'constructor', 'prototype', 'schema', 'pages', 'sections', 'fields', 'items'],
      ...['questions', 'lists', 'texts', 'zh', 'en', 'options', 'list', 'id', 'value', 'name', 'conditions'],
      ...['form.__proto__.x', 'question.constructor.label', 'list.__proto__.a', '__proto__.__proto__.x'],
    ),
  )
  const leaves = fc.oneof(keys, fc.integer(), fc.double(), fc.boolean(), fc.constant(null))
  const trees = fc.letrec<{ tree: unknown }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 4, depthSize: 'small', withCrossShrink: true },
      leaves,
      fc.array(tie('tree'), { maxLength: 4 }),
      fc.dictionary(keys, tie('tree'), { maxKeys: 4, noNullPrototype: true }),
    ),
  })).tree
  /** A definition of which parts have been replaced by that. */
  const damaged = fc
    .tuple(definitions, fc.array(fc.tuple(fc.nat(), trees), { minLength: 1, maxLength: 3 }), fc.boolean())
    .map(([draft, changes, asStored]) => {
      const text = JSON.stringify(asStored ? storedFrom({ ...draft }) : draft)
      return changes.reduce((it: unknown, [at, by]) => replaced(it, at, by), JSON.parse(text))
    })

  test('is read, written and upgraded without an end, and leaves no trace in other objects', () => {
    const names = Object.getOwnPropertyNames(Object.prototype)
    fc.assert(
      fc.property(fc.oneof(trees, damaged), (it) => {
        // As it comes from a database or a page, where even `__proto__` is a key like any.
        const given: unknown = JSON.parse(JSON.stringify(it) ?? 'null')
        readStored(given)
        readDraft(given)
        writtenOut(given)
        if (typeof given !== 'object' || given === null || Array.isArray(given)) return
        const json = given as Record<string, unknown>
        storedFrom(writtenFrom(storedFrom(json)))
        storedFrom(writtenFrom(upgraded(json)))
        expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(names)
        expect(Object.getOwnPropertyNames(Object)).not.toContain('label')
      }),
      runs(200),
    )
  })
})

/** The same with one of its places holding something else. */
function replaced(it: unknown, at: number, by: unknown): unknown {
  if (typeof it !== 'object' || it === null) return by
  const keys = Object.keys(it)
  const key = keys[at % (keys.length + 1)]
  if (key === undefined) return by
  const next = replaced((it as Record<string, unknown>)[key], Math.floor(at / (keys.length + 1)), by)
  return Array.isArray(it) ? it.with(Number(key), next) : { ...it, [key]: next }
}
