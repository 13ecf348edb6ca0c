import { describe, expect, test } from 'vitest'
import { categoryRules } from '../../src/cases/grievance/categories.ts'
import { readAnswers } from '../../src/forms/checked-answers.ts'
import { readDraft } from '../../src/forms/drafted-definitions.ts'
import { categoriesOf } from '../../src/forms/meaning.ts'
import { standardForms } from '../../src/forms/standard/all.ts'
import { templates } from '../../src/forms/templates/all.ts'
import { hurtAtWork } from '../../src/forms/templates/hurt-at-work.ts'
import { unionCoverage } from '../../src/forms/templates/union-coverage.ts'
import { type Leaf, leaves } from '../structure/leaves.ts'
import { sources } from '../structure/sources.ts'
import { filledIn } from './any/filled-in.ts'
import { posted } from './posted.ts'

const today = '2026-11-22'

describe.each(Object.entries(templates))('the template %s', (_, template) => {
  const read = readDraft(template)

  test('can be published as it stands', () => {
    expect(read).toMatchObject({ ok: true })
  })

  test('asks a page at a time, six questions at most', () => {
    expect(template.layout).toBe('paged')
    expect(template.pages.filter(({ fields }) => fields.length > 6)).toEqual([])
  })

  test('has no page by which nobody comes', () => {
    if (!read.ok) return expect.fail()
    const ways = filledIn(read.definition, today)
    const gone = new Set(ways.flatMap(({ path }) => path))
    expect(template.pages.map(({ id }) => id).filter((id) => !gone.has(id))).toEqual([])
  })

  test('says truly whether the union at the workplace may read it', () => {
    if (!read.ok) return expect.fail()
    const isOpen = categoriesOf(read.definition).some((one) => categoryRules[one].secrecy === 'open')
    const isByWorker = read.definition.filledBy !== 'officer'
    expect(read.definition.readers.zh.includes('单位的工会、它的上级工会')).toBe(isOpen)
    expect(read.definition.readers.zh.includes('选了“不经本单位”，您单位的工会就看不到')).toBe(
      isOpen && isByWorker,
    )
  })

  test('is written in both languages, each with its own marks', () => {
    const texts = leaves(template)
    const zh = texts.filter(([path]) => path.endsWith('.zh'))
    const en = texts.filter(([path]) => path.endsWith('.en'))
    const matching = (all: Leaf[], pattern: RegExp) => all.filter(([, it]) => pattern.test(it))
    expect(zh.length).toBe(en.length)
    expect(matching(zh, /\p{sc=Han}[,?:;!()]|[,?:;!()]\p{sc=Han}/u)).toEqual([])
    expect(matching(en, /[，。：；？！（）、]|\p{sc=Han}/u)).toEqual([])
    expect(matching(en, /['"]/)).toEqual([])
  })
})

test.each([
  ['yes', false],
  ['no', true],
  ['unknown', true],
])('after a year, of a claim that is filed (%s) nobody hears that it is late', (claimed, isLate) => {
  const read = readDraft(hurtAtWork)
  if (!read.ok) return expect.fail()
  const since = { 'since-year': '2025', 'since-month': '11', 'since-day': '21' }
  const { path } = readAnswers(read.definition, posted({ ...since, claimed }), { named: false, today })
  expect(path.includes('late')).toBe(isLate)
})

test.each([
  ['28', undefined],
  ['29', 'check:willing_fit'],
])('no more wish to join than are no members yet, of 68 with %s members', (members, error) => {
  const read = readDraft(unionCoverage)
  if (!read.ok) return expect.fail()
  const given = { staff: '68', members, has_union: 'no', willing: '40' }
  const { errors } = readAnswers(read.definition, posted(given), { named: true, today })
  expect(errors.willing).toBe(error)
})

test('what a template suggests as its address is free where the standard forms are published', () => {
  expect(Object.keys(templates).filter((slug) => slug in standardForms)).toEqual([])
})

test('only the office evaluates templates, and only when a form is begun', () => {
  const importing = sources.filter(([path, text]) => {
    const isOutside = !path.startsWith('forms/templates/')
    return isOutside && /from '[^']*forms\/templates\/|from '\.\/templates\//.test(text)
  })
  expect(importing.map(([path]) => path)).toEqual([])
})
