import { expect, test } from 'vitest'
import { confidence, type Filed, routeOf } from '../../../src/cases/grievance/routing.ts'
import { categories } from '../../../src/db/vocabulary.ts'

const filed = {
  orgPath: '000100010001',
  bypassesUnit: false,
  category: 'leave',
  mode: 'complaint',
} as const

test('a case goes to the union of its site', () => {
  expect(routeOf(filed)).toEqual({
    orgPath: '000100010001',
    bypassesUnit: false,
    secrecy: 'open',
    confidedTo: null,
    danger: false,
    urgent: false,
  })
})

const union = '000100010001'
const branch = '0001000100010001'
const township = '00010001'
const federation = '0001'

test.each(categories)('%s begins inside the employer only where it is an open matter', (category) => {
  const open = ['leave', 'welfare', 'democratic', 'suggestion', 'other'].includes(category)
  for (const orgPath of [union, branch, `${branch}0001`]) {
    const at = (more: Partial<Filed> = {}) => routeOf({ ...filed, orgPath, category, ...more }).orgPath
    if (open) expect(at()).toBe(orgPath)
    else expect(at().length).toBeLessThanOrEqual(township.length)
    expect(at({ bypassesUnit: true }).length).toBeLessThanOrEqual(township.length)
    expect(at({ mode: 'report' }).length).toBeLessThanOrEqual(township.length)
  }
})

test.each([
  ['a branch', branch, township],
  ['an enterprise union', union, township],
  ['a township, which then is not to have it', township, federation],
  ['the federation', federation, federation],
])('past the unit from %s', (_, orgPath, expected) => {
  expect(routeOf({ ...filed, orgPath, bypassesUnit: true }).orgPath).toBe(expected)
})

test('what is confidential by its category stays with the township that it was filed at', () => {
  expect(routeOf({ ...filed, orgPath: township, category: 'wages' }).orgPath).toBe(township)
})

test.each([
  ['unit', branch, township],
  ['unit', union, township],
  ['unit', township, federation],
  ['employer', branch, township],
  ['employer', township, township],
  ['township', union, federation],
  ['federation', union, federation],
  [undefined, union, federation],
  ['unit', federation, federation],
] as const)('conduct that concerns %s, from %s, goes to %s', (concerns, orgPath, expected) => {
  expect(routeOf({ ...filed, orgPath, category: 'conduct', concerns })).toMatchObject({
    orgPath: expected,
    bypassesUnit: true,
    secrecy: 'strict',
    confidedTo: 'conduct',
  })
})

test('conduct goes past the unit as well where its worker asks that', () => {
  const route = routeOf({
    ...filed,
    orgPath: township,
    category: 'conduct',
    concerns: 'employer',
    bypassesUnit: true,
  })
  expect(route.orgPath).toBe(federation)
})

test('whom anything else concerns moves nothing', () => {
  expect(routeOf({ ...filed, concerns: 'federation' }).orgPath).toBe(union)
})

test('a report is at least confidential', () => {
  expect(routeOf({ ...filed, mode: 'report' }).secrecy).toBe('confidential')
  expect(routeOf({ ...filed, mode: 'report', category: 'harassment' }).secrecy).toBe('strict')
})

test.each([
  ['safety', undefined, true],
  ['safety', false, true],
  ['harassment', undefined, true],
  ['mental', undefined, true],
  ['mental', false, false],
  ['wages', undefined, false],
  ['wages', true, true],
] as const)('%s, danger answered %s: danger %s', (category, danger, expected) => {
  expect(routeOf({ ...filed, category, danger }).danger).toBe(expected)
})

test('wages of ten workers or more are urgent without being a danger', () => {
  const wages = { ...filed, category: 'wages', workers: 10 } as const
  expect(routeOf(wages)).toMatchObject({ danger: false, urgent: true })
  expect(routeOf({ ...wages, workers: 9 }).urgent).toBe(false)
})

test('a strict case stays with the people it was confided to, whatever it is called by now', () => {
  const filedAs = routeOf({ ...filed, category: 'harassment' })
  expect(filedAs).toMatchObject({ secrecy: 'strict', confidedTo: 'harassment' })
  for (const category of ['wages', 'conduct'] as const)
    expect(confidence(filedAs, category, 'complaint')).toEqual({
      secrecy: 'strict',
      confidedTo: 'harassment',
    })
})

test('a case becomes strict with its category, and is never less secret than it was', () => {
  const open = routeOf(filed)
  expect(confidence(open, 'mental', 'complaint')).toEqual({ secrecy: 'strict', confidedTo: 'mental' })
  const confidential = routeOf({ ...filed, category: 'wages' })
  expect(confidence(confidential, 'leave', 'complaint').secrecy).toBe('confidential')
  expect(confidence(open, 'leave', 'report').secrecy).toBe('confidential')
})
