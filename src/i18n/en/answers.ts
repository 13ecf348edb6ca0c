import type { Messages } from '../catalog.ts'
import { counted } from '../counted.ts'

export const answers: Messages['answers'] = {
  title: 'Answers to a form',
  lead: 'The answers that you may see, form by form: to read, to sum up, or to download as a table.',
  toForms: 'Answers by form',
  none: 'There is no answer yet that you may see',
  count: (n) => `You see ${counted(n, 'answer', 'answers')}.`,
  careTitle: 'Look after what you download',
  care: 'The file is not encrypted. Keep it where nobody else opens it, and delete it when you are done. The log says who took what and when; each row carries your name, address and the time.',
  without:
    'It leaves out names, numbers and all else that identifies people, and every case that you may not see. Of photos and recordings it gives only the count.',
  takeXlsx: 'Download for Excel',
  takeCsv: 'Download as CSV',
  sheet: 'Answers',
  part: (first, last) => (first === last ? `Answer ${first}` : `Answers ${first} to ${last}`),
  heads: {
    number: 'Number',
    filed: 'Filed on',
    category: 'Category',
    state: 'State',
    version: 'Version of the form',
    note: 'Note',
    taken: 'Taken by, and when',
  },
  until: (version) => `(asked until version ${version})`,
  notes: {
    erased: 'Deleted by the worker',
    archived: 'Archived, its words deleted',
    unreadable: 'Cannot be read',
    form: 'The version of the form cannot be read',
  },

  narrow: 'Narrow it down',
  all: 'See all',
  version: 'Version of the form',
  anyVersion: 'Any version',
  oneVersion: (n) => `Version ${n}`,
  chosen: 'What was chosen',
  chosenHint:
    'Answers are encrypted, and each has to be opened to know: a page looks through some of them only.',
  anyChosen: 'Anything',
  from: 'Filed from',
  to: 'Filed until',
  opened: (n) => `${counted(n, 'answer was', 'answers were')} opened for this page.`,
  noneHere: 'Nothing so far; the rest has not been looked through yet',
  noneSuch: 'No answer fits this',
  notSeen: 'What identifies people is not here. It is with their case.',
  toTake: 'Download as a table',
  chosenInFile:
    'Only answers with this choice go into a file. Which they are is known when they are opened, so a file may have few of them, or none.',
  takeTitle: 'Download as a table',

  fileTitle: 'Make one file',
  fileLead: (n) =>
    `One download does not hold ${n}. They can be made into one file in the background, which only you can download, for a day.`,
  makeXlsx: 'Make one file for Excel',
  makeCsv: 'Make one CSV file',
  yourFiles: 'Your files',
  kinds: { xlsx: 'For Excel', csv: 'CSV', summary: 'Summary' },
  fileStates: { working: 'Being made', ready: 'Ready', ended: 'Stopped', failed: 'Not made' },
  looked: (done, all) => `${done} of ${counted(all, 'answer', 'answers')} looked at`,
  rows: (n) => `It holds ${counted(n, 'answer', 'answers')}`,
  keptUntil: 'Kept until',
  asked: 'Asked for',
  working: 'It is made in the background. You can leave this page and come back later.',
  again: 'Look again',
  ended:
    'What you may read has changed, so this file is not made and cannot be downloaded. Ask for a new one if you need it.',
  failed:
    'It was tried several times and could not be made. Ask for a new one; if that fails too, tell an administrator.',
  broken: 'The file cannot be opened',
  brokenText: 'A part of what was kept is missing. Ask for a new one.',
  download: 'Download',
  tooMany: 'You have too many files',
  tooManyText: 'Old ones are deleted after a day, and then new ones can be made.',

  toSummary: 'Summary',
  summedOf: (n) => `${counted(n, 'answer', 'answers')} in all.`,
  summedWithout: (n) =>
    n === 1
      ? 'The words of one were deleted or cannot be read, so it is not counted below.'
      : `The words of ${n} were deleted or cannot be read, so they are not counted below.`,
  given: (n) => `Answered ${counted(n, 'time', 'times')}`,
  spread: ({ least, middle, most }) => `Lowest ${least}, median ${middle}, highest ${most}`,
  answer: 'Answer',
  times: 'How often',
  ranksFirst: 'Ranked first by how many',
  countFirst: (n) => `ranked first by ${n}`,
  countAndShare: (n, percent) => `${n}, ${percent}%`,
  sumLater: (n) =>
    `To sum up ${counted(n, 'answer', 'answers')}, each has to be opened, which is more than one page can do. It can be done in the background, for you alone, and is kept for a day.`,
  sumUp: 'Sum them up',
}
