import type { DefinitionDraft } from '../../src/forms/definition.ts'
import type { Problem } from '../../src/forms/faults.ts'

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
const employer = (name: string) => ({ type: 'enterprise', name, label: text('l') }) as const
const withField = (field: object) => ({
  ...draft([story]),
  sections: [{ title: text('s'), fields: [field] }],
})

/** A definition for each fault, by what is wrong with it. */
export const refused: [string, unknown, Problem['fault']][] = [
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
  ['two employers', draft([employer('one'), employer('two')]), 'two_enterprises'],
  ['one language only', { ...draft([story]), title: { zh: '标题' } }, 'missing'],
  ['a kind of question nobody knows', withField({ ...story, type: 'file' }), 'not_offered'],
  [
    'an identity card that is to go to the answers',
    withField({ ...story, type: 'resident_id', identity: false }),
    'not_offered',
  ],
  [
    'a declaration that nobody has to make',
    withField({ ...story, type: 'declaration', required: false }),
    'not_offered',
  ],
  [
    'a declaration in place of a consent',
    draft([
      { ...story, sensitive: true },
      { ...story, type: 'declaration', name: 'true_words' },
    ]),
    'sensitive_without_consent',
  ],
  [
    'a signature that is to go to the answers',
    withField({ ...story, type: 'signature', statement: text('s'), identity: false }),
    'not_offered',
  ],
  ['a signature under nothing', withField({ ...story, type: 'signature' }), 'missing'],
  ['a category nobody knows', { ...draft([story]), category: 'weather' }, 'not_offered'],
  ['a key nobody knows', { ...draft([story]), colour: 'red' }, 'unknown_key'],
  ['a number for a title', { ...draft([story]), title: 7 }, 'wrong_kind'],
  ['a title without words', { ...draft([story]), title: { zh: '​', en: 'Title' } }, 'empty'],
  ['an endless title', { ...draft([story]), title: text('长'.repeat(601)) }, 'text_too_long'],
  ['no questions', draft([]), 'too_few'],
  [
    'too many questions',
    draft(Array.from({ length: 21 }, (_, at) => ({ ...story, name: `q${at}` }))),
    'too_many',
  ],
  ['answers of no length', withField({ ...story, maxLength: 0 }), 'too_small'],
  ['endless answers', withField({ ...story, maxLength: 5001 }), 'too_big'],
  ['half a character', withField({ ...story, maxLength: 1.5 }), 'not_whole'],
  ['a name in Chinese', withField({ ...story, name: '经过' }), 'not_spelled'],
]
