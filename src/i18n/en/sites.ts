import type { Messages } from '../catalog.ts'
import { counted } from '../counted.ts'

export const sites: Messages['sites'] = {
  label: 'Note',
  labelHint: 'For the union alone, never on a poster. For example: gate 2, by the punch clock',
  labelIt: 'Change the note',
  standings: {
    open: 'Open',
    notYet: 'Not open yet',
    over: 'Over',
    closed: 'Closed',
  },
  months: 'Filed in each month',
  monthsHow:
    'Counted in full fives: what is short of five counts in the month in which the five is full. Months without one are left out. So it does not show who filed, nor on which day.',
  full: (count) => counted(count, 'filing', 'filings'),
  replacedBy: (code) => `Replaced by ${code}`,
  toSuccessor: 'See the new code',
  replace: 'Torn down or not to be trusted: give it a new code',
  replaceHow:
    'The old code ends at once, and whoever scans it is shown the new one; the figures go on with the place. Then print the new poster.',
  replaceIt: 'Replace and print',
  because: 'Why it is replaced',
  becauseHint: 'For the union alone. For example: torn down, another code hung beside it',
  becauseMissing: 'Say why it is replaced',
  hangIt: (old, code) =>
    `Replaced: hang the new poster (${code}) in the same place, and take down the old one (${old}).`,
  from: (day) => `Open from ${day} on`,
}
