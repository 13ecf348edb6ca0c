import type { Messages } from '../catalog.ts'

export const replacing: Messages['replacing'] = {
  title: 'What takes its place',
  leads: {
    question:
      'These places use the question. Choose for each which question takes its place, or that it goes.',
    page: 'These places use the questions of this page. Choose for each which one takes its place, or that it goes.',
    condition: 'These places use the condition. Choose for each which one takes its place, or that it goes.',
    value: 'These places use the value. Choose for each what takes its place, or that it goes.',
    options:
      'These places use an option that is offered no more, and nobody can choose it any longer. Choose for each which one takes its place, or that it goes.',
  },
  nowhere: 'Nothing uses it.',
  quotas: {
    title: 'Some options that go have a number of places',
    one: (option, most) => `${option}: ${most}`,
    means:
      'Whoever has a place keeps it. The number does not come over: write how many may choose what takes its place with that question.',
  },
  looksAt: 'Now it looks at:',
  choose: 'Please choose',
  chooseOne: 'Please choose one',
  places: {
    condition: (name, words) => `The condition “${name}”: ${words}`,
    value: (name, words) => `The value “${name}”: ${words}`,
    check: (question) => `A check of “${question}”`,
    danger: (question) => `The options of “${question}” that mean danger`,
    shown: (question) => `The value that “${question}” shows`,
    page: (title) => `When the page “${title}” is there`,
    required: (question) => `When “${question}” has to be answered`,
    form: {
      category: 'Which question decides what it is about',
      workersFrom: 'Which question says how many workers it concerns',
      concernsFrom: 'Which question says whom it concerns',
      happenedFrom: 'Which question says when it happened',
    },
  },
  drops: {
    condition: 'This sentence goes, and the condition where it has no other',
    value: 'It counts for nothing',
    check: 'This sentence goes, and the check where it has no other',
    danger: 'It means danger no more',
    shown: 'It is shown no more',
    page: 'Everybody sees the page',
    required: 'It need not be answered',
    form: 'No question decides it',
  },
  done: {
    question: 'Replace, and ask it no more',
    page: 'Replace, and take the page out',
    condition: 'Replace, and take the condition out',
    value: 'Replace, and take the value out',
    options: 'Replace',
  },
}
