import type { Messages } from '../catalog.ts'
import { counted } from '../counted.ts'

export const answers: Messages['answers'] = {
  title: 'Answers to a form',
  lead: 'The answers that you see, form by form: to read, or to take as a table.',
  toForms: 'Answers by form',
  none: 'There is no answer yet that you see',
  count: (n) => `You see ${counted(n, 'answer', 'answers')}.`,
  careTitle: 'What you take is yours to guard',
  care: 'The file is not encrypted. Keep it where nobody else opens it, and delete it when you are done. The log says who took what and when; each row has your name, address and the time.',
  without:
    'Names, numbers and all else that identifies are not in it, nor any case that you do not see. Of photos and recordings it has the count.',
  takeXlsx: 'Take for Excel',
  takeCsv: 'Take as CSV',
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
  noneHere: 'Nothing so far; those behind have not been looked through yet',
  noneSuch: 'No answer is like this',
  notSeen: 'What identifies people is not here. It is with their case.',
  toTake: 'Take as a table',
  chosenInFile:
    'Only answers with this choice go into a file. Which they are is known when they are opened, so a file may have few of them, or none.',
  takeTitle: 'Take as a table',
}
