import fc from 'fast-check'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { tableWords } from '../../src/desk/answers/table-words.ts'
import { tableOf } from '../../src/exports/answer-table.ts'
import type { Filing } from '../../src/exports/reading-filings.ts'
import { definitionSchema } from '../../src/forms/definition.ts'
import type { KeptVersion } from '../../src/forms/kept-definitions.ts'
import { catalogs } from '../../src/i18n/catalog.ts'
import { text } from '../forms/examples.ts'

const words = tableWords({ m: catalogs.zh, locale: 'zh' })
const names = ['a', 'b', 'c', 'd', 'e']
const some = fc.subarray(names, { minLength: 1 })

/** Versions by what they ask, alone and of each of several, and filings by what was answered to which of them. */
const series = fc
  .array(fc.record({ once: some, each: some }), { minLength: 1, maxLength: 5 })
  .chain((asked) =>
    fc.record({
      asked: fc.constant(asked),
      filed: fc.array(
        fc.record({
          version: fc.nat({ max: asked.length - 1 }),
          once: fc.subarray(names),
          entries: fc.array(fc.subarray(names), { maxLength: 3 }),
        }),
        { maxLength: 20 },
      ),
    }),
  )

test('whatever versions there were, the table has every answer of each exactly once, under its own question', () => {
  fc.assert(
    fc.property(series, ({ asked, filed }) => {
      const versions = asked.map(versionOf)
      const table = tableOf(versions.toReversed(), words, {
        zone: 'Asia/Shanghai',
        taken: { by: 'somebody', at: 'now' },
        isCounted: false,
      })
      const ids = table.head.map((head) => /\[([\w.]+)\]$/.exec(head)?.[1])
      expect(new Set(ids).size).toBe(ids.length)
      for (const [at, one] of filed.entries()) {
        const given = answersOf(at, one, asked[one.version] ?? { once: [], each: [] })
        const row = table.rowOf(filing(at, versions[one.version], given.answers))
        const told = row.flatMap((cell, column) =>
          typeof cell === 'string' && cell.startsWith('said') ? [[ids[column], cell]] : [],
        )
        expect(told.toSorted()).toEqual(Object.entries(given.cells).toSorted())
      }
    }),
  )
})

function versionOf({ once, each }: { once: string[]; each: string[] }, at: number): KeptVersion {
  const fields = (all: string[], prefix: string) =>
    all.map((name) => ({ type: 'text', name: prefix + name, label: text(name) }))
  const about = { title: text('t'), intro: text('t'), readers: text('t'), use: text('t') }
  const definition = v.parse(definitionSchema, {
    ...{ ...about, category: 'other', modes: ['complaint'], allowAnonymous: true, layout: 'paged' },
    pages: [
      { id: 'first', title: text('First'), fields: fields(once, '') },
      {
        ...{ id: 'several', kind: 'repeat', title: text('Several') },
        ...{ entries: { one: text('One'), least: 0, most: 3 }, fields: fields(each, 'x') },
      },
    ],
  })
  return { id: `v${at}`, number: at + 1, definition }
}

/** What was answered to a version, as it is filed and as a table should have it. */
function answersOf(
  at: number,
  filed: { once: string[]; entries: string[][] },
  asked: { once: string[]; each: string[] },
) {
  const once = filed.once
    .filter((name) => asked.once.includes(name))
    .map((name) => [name, `said ${at} ${name}`])
  const entries = filed.entries.map((all, which) =>
    all
      .filter((name) => asked.each.includes(name))
      .map((name) => [`x${name}`, `said ${at} ${which} ${name}`]),
  )
  const several = entries.map((all) => Object.fromEntries(all))
  const cells = entries.flatMap((all, which) =>
    all.map(([name, said]) => [`several.${which + 1}.${name}`, said]),
  )
  return {
    answers: { ...Object.fromEntries(once), ...(several.length > 0 && { several }) },
    cells: Object.fromEntries([...once, ...cells]) as Record<string, string>,
  }
}

function filing(at: number, version: KeptVersion | undefined, answers: Filing['answers']): Filing {
  if (!version) throw new Error('There is no such version')
  return {
    ...{
      id: `c${at}`,
      number: at,
      category: 'other',
      state: 'triage',
      closingLabel: null,
      createdAt: new Date(0),
    },
    ...{ version, answers, without: null, seat: null },
  }
}
