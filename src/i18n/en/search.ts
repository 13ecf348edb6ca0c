import type { Messages } from '../catalog.ts'
import { counted } from '../counted.ts'

export const search: Messages['search'] = {
  title: 'Find a case',
  words: 'Number or words',
  wordsHint:
    'A number opens that case. Two or more characters find the cases that contain them; separate several words by spaces, and all must be there.',
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
    tooLong: (most) => `At most ${counted(most, 'character', 'characters')} at once.`,
    noDay: 'Write year, month and day, such as 2026-09-21.',
    before: 'The last day has to come after the first.',
    noEmployer: 'No employer has this in its name.',
    whichEmployer: (names) => `Several employers have this name. Write the full name: ${names.join('; ')}.`,
    noHandler: 'Nobody has this name.',
    whichHandler: 'Several people have this name. Write the e-mail address instead.',
    noSite: 'A site code has five characters, such as QH7CM.',
  },

  elsewhere: 'Found in messages, answers, reasons or notes.',
  none: 'Nothing was found',
  noneHere: 'Nothing among the newest cases; older ones have not been searched yet',
  searched: 'What was searched: forms, messages, answers, reasons and notes of all cases that you see.',
  never: 'Never searched: workers’ names and numbers, and cases for named people.',
  behind: 'Some cases have just changed; the newest text can be found a little later.',
  partial: 'Some cases are not indexed yet, so this may not be all. Search again later.',
  brokenTitle: 'Search by words is not working',
  broken: 'Try again in a while. The lists by state, category, employer and number work as always.',
  toLists: 'Go to the lists',
}
