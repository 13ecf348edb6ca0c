import type { Messages } from '../catalog.ts'

export const replacing: Messages['replacing'] = {
  title: 'What replaces it',
  leads: {
    question: 'The question is used in these places. Choose what replaces it in each, or remove it there.',
    page: 'Questions of this page are used in these places. Choose what replaces them in each, or remove them there.',
    condition: 'The condition is used in these places. Choose what replaces it in each, or remove it there.',
    value: 'The value is used in these places. Choose what replaces it in each, or remove it there.',
    options:
      'These places use an option that is no longer offered, so nobody can choose it. Choose what replaces it in each, or remove it there.',
  },
  nowhere: 'Nothing uses it.',
  quotas: {
    title: 'Some options that are removed have a number of places',
    one: (option, most) => `${option}: ${most}`,
    means:
      'Whoever has a place keeps it. The number does not carry over: write on the other question how many may choose it.',
  },
  looksAt: (what) => `It looks at this now: ${what}`,
  choose: 'Please choose',
  chooseOne: 'Please choose one',
  places: {
    condition: (name, words) => `The condition “${name}”: ${words}`,
    value: (name, words) => `The value “${name}”: ${words}`,
    check: (question) => `A check of “${question}”`,
    danger: (question) => `The options of “${question}” that mean danger`,
    shown: (question) => `The value that “${question}” shows`,
    page: (title) => `When the page “${title}” is shown`,
    required: (question) => `When “${question}” must be answered`,
    form: {
      category: 'Which question decides what it is about',
      workersFrom: 'Which question says how many workers it concerns',
      concernsFrom: 'Which question says whom it concerns',
      happenedFrom: 'Which question says when it happened',
    },
  },
  drops: {
    condition: 'This line goes, and the condition too if it has no other',
    value: 'It counts as nothing',
    check: 'This line goes, and the check too if it has no other',
    danger: 'It no longer means danger',
    shown: 'It is no longer shown',
    page: 'Everybody sees the page',
    required: 'It need not be answered',
    form: 'No question decides it',
  },
  done: {
    question: 'Replace, and remove the question',
    page: 'Replace, and remove the page',
    condition: 'Replace, and remove the condition',
    value: 'Replace, and remove the value',
    options: 'Replace',
  },
}
