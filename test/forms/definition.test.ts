import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { type DefinitionDraft, definitionSchema } from '../../src/forms/definition.ts'
import { standardForms } from '../../src/forms/standard/all.ts'

const text = (it: string) => ({ zh: it, en: it })

function draft(fields: DefinitionDraft['sections'][number]['fields'], more: Partial<DefinitionDraft> = {}) {
  return {
    title: text('t'),
    intro: text('i'),
    readers: text('r'),
    use: text('u'),
    category: 'other',
    modes: ['complaint'],
    allowAnonymous: true,
    sections: [{ title: text('s'), fields }],
    ...more,
  }
}

const problemOf = (definition: unknown) => v.safeParse(definitionSchema, definition).issues?.[0].message

const story = { type: 'text', name: 'story', label: text('l') } as const
const choice = {
  type: 'choice',
  name: 'matter',
  label: text('l'),
  required: true,
  options: [
    { value: 'wages', label: text('w') },
    { value: 'hours', label: text('h') },
  ],
} as const

describe('a definition', () => {
  test.each(Object.entries(standardForms))('of the standard form %s holds', (_, definition) => {
    expect(problemOf(definition)).toBeUndefined()
  })

  test.each([
    ['two questions of one name', draft([story, story]), 'names_repeat'],
    ['a name the page needs itself', draft([{ ...story, name: 'token' }]), 'name_taken'],
    ['a category from nowhere', draft([story], { category: { from: 'matter' } }), 'category_has_no_source'],
    [
      'a category from a choice that may be skipped',
      draft([{ ...choice, required: false, options: [...choice.options] }], { category: { from: 'matter' } }),
      'category_has_no_source',
    ],
    ['the day from a text', draft([story], { happenedFrom: 'story' }), 'happened_no_date'],
    ['workers from a text', draft([story], { workersFrom: 'story' }), 'workers_no_number'],
    ['whom it concerns from a text', draft([story], { concernsFrom: 'story' }), 'concerns_no_choice'],
    [
      'whom it concerns by words that nobody knows',
      draft([{ ...choice, options: [...choice.options] }], { concernsFrom: choice.name }),
      'concerns_no_choice',
    ],
    [
      'a sensitive question without consent',
      draft([{ ...story, sensitive: true }]),
      'sensitive_without_consent',
    ],
    [
      'danger in an option it lacks',
      draft([{ ...choice, options: [...choice.options], dangerWhen: ['fire'] }]),
      'options_do_not_hold',
    ],
  ])('with %s is refused', (_, definition, problem) => {
    expect(problemOf(definition)).toBe(problem)
  })

  test('in one language only is refused', () => {
    expect(problemOf({ ...draft([story]), title: { zh: '标题' } })).toBeDefined()
  })

  test('with a kind of question nobody knows is refused', () => {
    expect(
      problemOf({
        ...draft([story]),
        sections: [{ title: text('s'), fields: [{ type: 'file', name: 'f' }] }],
      }),
    ).toBeDefined()
  })
})
