import { expect, test } from 'vitest'
import { sources } from './sources.ts'

/** Who else may compare these columns, and why: none of them decides who sees a case. */
const deciders = [
  'cases/grievance/categories.ts', // what follows from a category
  'cases/grievance/routing.ts', // how secret a case becomes
  'cases/sent-before.ts', // whether the same was sent before
  'desk/overlays.tsx', // which words stand beside the state
]

/** Who else reads or writes these tables, and why. */
const keepers = [
  'db/tables/cases.ts',
  'db/tables/orgs.ts',
  'orgs/staff.ts', // what a person is named for
  'orgs/nominating.ts', // naming him
  'orgs/nominees.ts', // who is named, for the office
  'cases/grievance/recusing.ts', // standing aside
]

const comparison =
  /\b(?:secrecy|confidedTo|confided_to|bypassesUnit|bypasses_unit)\b\}?\s*(?:===|!==|<>|=(?![=>])|\bin\b|\bis\b)|!\w+\.(?:bypassesUnit|confidedTo)|\((?:cases\.)?(?:secrecy|bypassesUnit|confidedTo),/

test('nothing but sight asks who may see a case', () => {
  const asking = sources.filter(([, text]) => lines(text).some((line) => comparison.test(line)))
  expect(asking.map(([path]) => path).sort()).toEqual(['cases/sight.ts', ...deciders].sort())
})

test('nothing but sight asks who stands aside or is named', () => {
  const named = /\b(?:recusals|categoryNominees|category_nominees)\b/
  const asking = sources.filter(([, text]) => lines(text).some((line) => named.test(line)))
  expect(asking.map(([path]) => path).sort()).toEqual(['cases/sight.ts', ...keepers].sort())
})

test('what a role means is said in one file', () => {
  const spelled = /'(?:administrator|auditor)'/
  const files = sources.filter(([, text]) => lines(text).some((line) => spelled.test(line)))
  expect(files.map(([path]) => path)).toEqual([
    'db/vocabulary.ts',
    'orgs/administering.ts',
    'orgs/founding.ts',
    'orgs/granting.ts',
  ])
})

/** Without comments, and without the fields that only carry a value on. */
function lines(text: string): string[] {
  return text.split('\n').filter((line) => !/^\s*(?:\/?\*|\/\/|\w+: \w+,?$)/.test(line))
}
