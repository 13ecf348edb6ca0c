import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Definition, fieldsOf } from '../../../src/forms/definition.ts'
import { readDraft } from '../../../src/forms/drafted-definitions.ts'
import type { Json } from '../../../src/forms/json.ts'
import { conditionOut } from '../../../src/forms/xlsform/expressions-out.ts'
import { formIn } from '../../../src/forms/xlsform/form-in.ts'
import { formOut } from '../../../src/forms/xlsform/form-out.ts'
import { definitions } from '../any/definitions.ts'
import { runs } from '../any/effort.ts'
import { conditionOn, type Known } from '../any/logic.ts'
import { maybe, name, text } from '../any/names.ts'
import { questionOf } from '../any/questions.ts'
import { readAgain } from './through.ts'

const named = { slug: 'form', number: 1 }
const said = { zh: '说明', en: 'It says' }

/** What both have. */
const common = [
  ...(['text', 'long_text', 'choice', 'choices', 'yes_no', 'number', 'date', 'month', 'time'] as const),
  ...(['list', 'matrix', 'ranking', 'place', 'scale', 'consent', 'note'] as const),
]
const unsaid = ['identity', 'autocomplete', 'dangerWhen', 'unit', 'dayOptional', 'sensitive', 'list']

/** The same without what such a file does not say. */
function sayable(one: Json): Json {
  const plain = (it: unknown) =>
    Array.isArray(it) && one.type !== 'scale' ? it.map(({ value, label }) => ({ value, label })) : it
  const kept = Object.entries(one)
    .filter(([key]) => !unsaid.includes(key) && !(key === 'most' && one.type === 'ranking'))
    .map(([key, it]) => [key, key === 'options' || key === 'rows' ? plain(it) : it])
  return Object.fromEntries(kept)
}

const forms = fc
  .record({
    titles: fc.array(text, { minLength: 1, maxLength: 4 }),
    questions: fc.array(questionOf(common), { minLength: 12, maxLength: 12 }),
    names: fc.uniqueArray(name, { minLength: 20, maxLength: 20 }),
  })
  .map(({ titles, questions, names }) => {
    const left = [...names]
    const next = () => left.pop() ?? ''
    const asked = questions.map((one): Known & Json => ({
      ...sayable({ ...one }),
      type: one.type,
      name: next(),
    }))
    return titles.map((title, at) => ({
      id: next(),
      title,
      fields: asked.slice(at * 3, at * 3 + 3),
    }))
  })
  .chain((pages) =>
    fc
      .tuple(
        ...pages.map((_, at) => {
          const before = pages
            .slice(0, at)
            .flatMap(({ fields }) => fields)
            .filter(({ type }) => type !== 'note')
          return before.length > 0 ? maybe(conditionOn(before)) : fc.constant(undefined)
        }),
      )
      .map((whens) => ({ pages, whens })),
  )
  .map(({ pages, whens }) => ({
    ...{ title: said, intro: said, readers: said, use: said },
    ...{ category: 'other', modes: ['complaint'], allowAnonymous: true, layout: 'paged' },
    pages: pages.map((page, at) => (whens[at] ? { ...page, show: `show_${at}` } : page)),
    conditions: Object.fromEntries(
      whens.flatMap((when, at) => (when ? [[`show_${at}`, { name: said, when }]] : [])),
    ),
  }))

function published(draft: object): Definition {
  const read = readDraft(draft)
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  return read.definition
}

/** As both have it: conditions as they are written there, lists by what they offer. */
function asSaid(definition: Definition) {
  const condition = (id: string | undefined) => id && conditionOut({ ref: id }, { definition })
  return definition.pages.map(({ show, ...page }) => ({
    ...page,
    show: condition(show),
    fields: page.fields.map((field) => ({ ...field, list: undefined })),
  }))
}

test('any form of what both have comes back as it was', () => {
  fc.assert(
    fc.property(forms, (draft) => {
      const before = published(draft)
      const { definition, lost } = formIn(readAgain(formOut(before, named)))
      expect(lost).toEqual([])
      expect(asSaid(published(definition))).toEqual(asSaid(before))
    }),
    runs(60),
  )
})

test('any form goes out, and what comes back of it goes out the same once more', () => {
  fc.assert(
    fc.property(definitions, (draft) => {
      const once = formIn(readAgain(formOut(published(draft), named)))
      const back = readDraft(once.definition)
      if (!back.ok) {
        // What it leans on has become another kind, and one that is not compared: its conditions are told.
        expect(once.lost.length + back.problems.length).toBeGreaterThan(0)
        return
      }
      const out = formOut(back.definition, named)
      const twice = published(formIn(readAgain(out)).definition)
      const { survey, choices } = formOut(twice, named)
      expect({ survey, choices }).toEqual({ survey: out.survey, choices: out.choices })
      expect(fieldsOf(twice).length).toBe(fieldsOf(back.definition).length)
    }),
    runs(60),
  )
})
