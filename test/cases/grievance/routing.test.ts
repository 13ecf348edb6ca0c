import { expect, test } from 'vitest'
import { confidence, routeOf } from '../../../src/cases/grievance/routing.ts'

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

test('what the own unit must not see goes to the level above', () => {
  expect(routeOf({ ...filed, bypassesUnit: true }).orgPath).toBe('00010001')
})

test('a case about the union’s own conduct always goes a level up, and only to the people named', () => {
  const route = routeOf({ ...filed, category: 'conduct' })
  expect(route).toMatchObject({ orgPath: '00010001', bypassesUnit: true, secrecy: 'strict' })
  expect(routeOf({ ...filed, category: 'conduct', bypassesUnit: true }).orgPath).toBe('00010001')
})

test('at the root there is no level above', () => {
  expect(routeOf({ ...filed, orgPath: '0001', category: 'conduct' }).orgPath).toBe('0001')
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
