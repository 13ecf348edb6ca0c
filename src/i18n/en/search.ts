import type { Messages } from '../catalog.ts'
import { counted } from '../counted.ts'

export const search: Messages['search'] = {
  title: 'Find a case',
  words: 'Number or words',
  wordsHint:
    'A number opens its case. Two or more characters find the cases in which they were written; several words, parted by spaces, must all be there.',
  submit: 'Find',
  narrow: 'Narrow it down',
  state: 'State',
  anyState: 'Any state',
  from: 'Filed from',
  to: 'Filed until',
  dayHint: 'Such as 2026-09-21; a month alone will do.',
  handler: 'Handler',
  handlerHint: 'By name.',
  site: 'Site code',
  siteHint: 'The five characters below the QR code.',

  faults: {
    nothing: 'Write a number or words to look for, or narrow it down by something.',
    tooShort: 'Write at least two characters side by side. One alone is found almost anywhere.',
    tooLong: (most) => `${counted(most, 'character', 'characters')} at most are looked for at once.`,
    noDay: 'Write year, month and day, such as 2026-09-21.',
    before: 'The last day has to come after the first.',
    noEmployer: 'No employer has this in its name.',
    whichEmployer: (names) => `Several employers are called so. Write the whole name: ${names.join('; ')}.`,
    noHandler: 'Nobody is called so.',
    whichHandler: 'Several people are called so. Write the e-mail address instead.',
    noSite: 'A site code has five characters, such as QH7CM.',
  },

  none: 'Nothing was found',
  noneHere: 'Nothing among the newest; older cases are still to be looked at',
  searched:
    'Searched were what workers filled in, messages, answers, reasons and notes, of all cases that you see.',
  never: 'Never searched are names and telephones of workers, and cases for named people only.',
  behind: 'Cases have just changed; what is newest can be found in a while.',
  partial:
    'Some cases are not in the index yet; the service is at it. What was found may not be all: search again in a while.',
  brokenTitle: 'Finding by words does not work now',
  broken: 'Try again in a while. The lists by state, category, employer and number work as always.',
  toLists: 'Go to the lists',
}
