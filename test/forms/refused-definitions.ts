import type { DefinitionDraft } from '../../src/forms/definition.ts'
import type { Problem } from '../../src/forms/faults.ts'

const text = (it: string) => ({ zh: it, en: it })

function draft(fields: DefinitionDraft['pages'][number]['fields'], more: Partial<DefinitionDraft> = {}) {
  return {
    title: text('t'),
    intro: text('i'),
    readers: text('r'),
    use: text('u'),
    category: 'other',
    modes: ['complaint'],
    allowAnonymous: true,
    pages: [{ id: 'part', title: text('s'), fields }],
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
  pages: [{ id: 'part', title: text('s'), fields: [field] }],
})

const sure = { type: 'yes_no', name: 'sure', label: text('l') } as const

const course = {
  type: 'choice' as const,
  name: 'course',
  label: text('c'),
  options: [
    { value: 'one', label: text('o'), quota: 3 },
    { value: 'two', label: text('t') },
  ],
}
const agreed = { type: 'consent', name: 'agreed', label: text('a'), required: true } as const

const photos = (name: string, most: number) => ({ type: 'photo' as const, name, label: text('l'), most })

/** A form of two pages, the second by a condition. */
function withLogic({
  when = { eq: [{ ref: 'sure' }, true] },
  show = 'when',
  page = {},
}: {
  when?: object
  show?: string
  page?: object
}) {
  return {
    ...draft([sure]),
    layout: 'paged',
    pages: [
      { id: 'first', title: text('s'), fields: [sure] },
      { id: 'second', title: text('s'), show, fields: [{ ...story, name: 'later' }], ...page },
    ],
    conditions: { when: { name: text('c'), when } },
  }
}

/** A definition for each fault, by what is wrong with it. */
export const refused: [string, unknown, Problem['fault']][] = [
  ['two questions of one name', draft([story, story]), 'names_repeat'],
  ['a name the page needs itself', draft([{ ...story, name: 'token' }]), 'name_taken'],
  [
    'a page that is called as the last one',
    { ...draft([story]), pages: [{ id: 'check', title: text('s'), fields: [story] }] },
    'name_taken',
  ],
  [
    'workers from a question that is asked no more',
    draft([story], {
      workersFrom: 'people',
      retired: [{ type: 'number', name: 'people', label: text('l') }],
    }),
    'workers_no_number',
  ],
  [
    'a consent that not everybody comes by',
    {
      ...withLogic({}),
      pages: [
        { id: 'first', title: text('s'), fields: [sure, { ...story, sensitive: true }] },
        {
          id: 'second',
          title: text('s'),
          show: 'when',
          fields: [{ type: 'consent', name: 'later', label: text('l'), required: true }],
        },
      ],
    },
    'sensitive_without_consent',
  ],
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
  [
    'options of which none is offered any more',
    withField({ ...choice, options: choice.options.map((one) => ({ ...one, retired: true })) }),
    'too_few_offered',
  ],
  ['more to choose than there is', withField({ ...choice, type: 'choices', least: 3 }), 'too_few_offered'],
  [
    'more at least than at most',
    withField({ ...choice, type: 'choices', least: 2, most: 1 }),
    'too_few_offered',
  ],
  [
    'one choice that stands alone among others that cannot be chosen',
    withField({ ...choice, options: choice.options.map((one) => ({ ...one, exclusive: true })) }),
    'unknown_key',
  ],
  ['two employers', draft([employer('one'), employer('two')]), 'two_enterprises'],
  ['one language only', { ...draft([story]), title: { zh: '标题' } }, 'missing'],
  ['a kind of question nobody knows', withField({ ...story, type: 'hologram' }), 'not_offered'],
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
  ['a question by a name that every object has', withField({ ...story, name: 'constructor' }), 'name_taken'],
  [
    'an option by such a value',
    withField({ ...choice, options: [...choice.options, { value: '__proto__', label: text('p') }] }),
    'name_taken',
  ],
  [
    'two checks of one name',
    withField({
      ...story,
      checks: Array(2).fill({ id: 'same', holds: { answered: 'story' }, text: text('c') }),
    }),
    'names_repeat',
  ],
  ['a name in Chinese', withField({ ...story, name: '经过' }), 'not_spelled'],
  ['a condition in no known words', withLogic({ when: { near: [1, 2] } }), 'logic_not_read'],
  [
    'a condition that nobody can survey',
    withLogic({ when: { and: Array(61).fill({ answered: 'sure' }) } }),
    'logic_too_large',
  ],
  ['a condition about nothing', withLogic({ when: { answered: 'nobody' } }), 'logic_names_nothing'],
  ['a page shown by no condition', withLogic({ show: 'nothing' }), 'logic_names_nothing'],
  ['a page that waits for its own answer', withLogic({ when: { answered: 'later' } }), 'logic_looks_ahead'],
  [
    'a truth that is compared with a number',
    withLogic({ when: { eq: [{ ref: 'sure' }, 1] } }),
    'logic_does_not_fit',
  ],
  ['a condition that leans on itself', withLogic({ when: { not: { ref: 'when' } } }), 'logic_in_circles'],
  ['a way that branches on one page', { ...withLogic({}), layout: 'together' }, 'together_cannot_branch'],
  ['a question where it ends', withLogic({ page: { kind: 'exit' } }), 'exit_asks'],
  ['entries without a repeat', withLogic({ page: { entries: { one: text('o') } } }), 'entries_of_no_repeat'],
  [
    'the same consent of each of several',
    withLogic({
      page: {
        kind: 'repeat',
        entries: { one: text('o') },
        fields: [{ type: 'consent', name: 'later', label: text('l') }],
      },
    }),
    'repeat_asks_once_only',
  ],
  ['photos where all is asked on one page', withField(photos('proof', 1)), 'files_on_page_of_their_own'],
  [
    'two questions for photos on one page',
    draft([photos('proof', 1), photos('more', 1)], { layout: 'paged' }),
    'files_on_page_of_their_own',
  ],
  [
    'photos of each of several',
    withLogic({ page: { kind: 'repeat', entries: { one: text('o') }, fields: [photos('later', 1)] } }),
    'files_on_page_of_their_own',
  ],
  [
    'more than ten photos in all',
    {
      ...draft([story], { layout: 'paged' }),
      pages: [6, 5].map((most) => ({ id: `p${most}`, title: text('s'), fields: [photos(`q${most}`, most)] })),
    },
    'too_many_files',
  ],
  ['places of a form by which cases are filed', withField(course), 'quota_not_of_register'],
  [
    'places of which the seat would say what is sensitive',
    draft([{ ...course, sensitive: true }, agreed], { process: 'register' }),
    'quota_not_countable',
  ],
]
