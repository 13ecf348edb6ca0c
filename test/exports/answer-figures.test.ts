import * as v from 'valibot'
import { expect, test } from 'vitest'
import { figuresOf } from '../../src/exports/answer-figures.ts'
import { definitionSchema } from '../../src/forms/definition.ts'
import { common } from '../../src/i18n/en/common.ts'
import { text } from '../forms/examples.ts'

function version(number: number, ...fields: object[]) {
  const about = { title: text('t'), intro: text('t'), readers: text('t'), use: text('t') }
  const definition = v.parse(definitionSchema, {
    ...{ ...about, category: 'other', modes: ['complaint'], allowAnonymous: true },
    pages: [{ id: 'all', title: text('All'), fields }],
  })
  return { id: `v${number}`, number, definition }
}

const called = (...values: string[]) => values.map((value) => ({ value, label: text(`${value}!`) }))
const food = (rows: string[], options: string[]) => ({
  ...{ type: 'matrix', name: 'food', label: text('Food') },
  ...{ rows: called(...rows), options: called(...options) },
})
const first = (...options: string[]) => ({
  ...{ type: 'ranking', name: 'first', label: text('First') },
  options: called(...options),
})

test('what older versions alone asked in a table, or offered to be ranked, is counted under its own words', () => {
  const versions = [
    version(2, food(['taste', 'place'], ['good', 'bad']), first('pay', 'hours')),
    version(1, food(['taste', 'place', 'price'], ['good', 'bad', 'so']), first('pay', 'hours', 'leave')),
  ]
  const counts = { 'taste.good': 2, 'taste.so': 1, 'place.good': 3, 'price.bad': 1 }
  const questions = { food: { given: 3, counts }, first: { given: 2, counts: { pay: 1, leave: 1 } } }
  const figures = figuresOf(versions, { filings: 3, without: 0, questions }, { locale: 'en', ...common })
  const told = figures.flatMap(({ groups }) =>
    groups.map(({ title, bars }) => [title, ...bars.map(({ label, count }) => `${label} ${count}`)]),
  )
  expect(told).toEqual([
    ['taste!', 'good! 2', 'bad! 0', 'so! 1'],
    ['place!', 'good! 3', 'bad! 0', 'so! 0'],
    ['price!', 'good! 0', 'bad! 1', 'so! 0'],
    [null, 'pay! 1', 'hours! 0', 'leave! 1'],
  ])
})

test('who wrote his own words beside the options is counted under words, and numbers are told with their unit', () => {
  const people = { type: 'number', name: 'people', label: text('People'), unit: { zh: '人', en: 'people' } }
  const matter = {
    ...{ type: 'choice', name: 'matter', label: text('Matter'), other: true },
    options: called('pay', 'leave'),
  }
  const questions = {
    matter: { given: 3, counts: { pay: 2, other: 1 } },
    people: { given: 3, counts: { 1: 2, 6: 1 } },
  }
  const figures = figuresOf(
    [version(1, matter, people)],
    { filings: 3, without: 0, questions },
    { locale: 'en', ...common },
  )
  const [ofMatter, ofPeople] = figures
  expect(ofMatter?.groups[0]?.bars).toEqual([
    { label: 'pay!', count: 2 },
    { label: 'leave!', count: 0 },
    { label: common.other, count: 1 },
  ])
  expect(ofPeople?.spread).toEqual({ least: '1 person', middle: '1 person', most: '6 people' })
})

test('what everybody who files has to agree to tells nothing, and what may be left out does', () => {
  const agree = (name: string, required: boolean) => ({ type: 'consent', name, label: text(name), required })
  const questions = {
    use: { given: 2, counts: { yes: 2 } },
    call: { given: 2, counts: { yes: 1, no: 1 } },
  }
  const versions = [version(1, agree('use', true), agree('call', false))]
  const figures = figuresOf(versions, { filings: 2, without: 0, questions }, { locale: 'en', ...common })
  expect(figures.map(({ name }) => name)).toEqual(['call'])
})

test('what somebody wrote himself is told in words where it cannot be written any more', () => {
  const matter = { type: 'choice', name: 'matter', label: text('Matter'), options: called('pay', 'leave') }
  const summary = { filings: 1, without: 0, questions: { matter: { given: 1, counts: { other: 1 } } } }
  const [ofMatter] = figuresOf([version(1, matter)], summary, { locale: 'en', ...common })
  expect(ofMatter?.groups[0]?.bars).toContainEqual({ label: common.other, count: 1 })
})
