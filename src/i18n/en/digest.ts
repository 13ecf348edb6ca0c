import type { Messages } from '../catalog.ts'
import { counted } from '../counted.ts'

export const digest: Messages['digest'] = {
  subject: (turns, lastDay) =>
    turns > 0
      ? `${counted(turns, 'case waits', 'cases wait')} for you: the week to ${lastDay}`
      : `Your cases in the week to ${lastDay}`,
  preview: {
    overdue: (count) => `${count} overdue`,
    dueThisWeek: (count) => `${count} due this week`,
    unread: (count) => `${count} with an unread message`,
    and: ', ',
    calm: 'Nothing is overdue, and nothing is due this week.',
  },
  turns: (overdue) => (overdue > 0 ? `${overdue} overdue: begin with these` : 'Begin with these'),
  noTurns: 'Nothing waits for you now.',
  lateCase: (number) => `Overdue: case ${number}`,
  moreTurns: (count) => `${counted(count, 'more is', 'more are')} on your desk.`,
  toDesk: 'Open my desk',
  running: 'In your organisations',
  cases: (name, count) => `${name}: ${counted(count, 'case', 'cases')}`,
  workers: (name, count) => `${name}: ${counted(count, 'worker', 'workers')}`,
  open: 'Open',
  dueThisWeek: 'Due this week',
  overdue: 'Overdue',
  supervised: (days) =>
    days > 0 ? `Under supervision, the longest for ${counted(days, 'day', 'days')}` : 'Under supervision',
  unread: 'A worker wrote, nobody read it',
  states: 'How far they are',
  otherStates: 'Elsewhere',
  overdueByOrg: 'Where the overdue ones are',
  lastWeek: 'Last week',
  filed: 'New',
  ofCategory: (category, count) => `Of these, ${category}: ${counted(count, 'case', 'cases')}`,
  others: 'all other categories',
  response: 'Response (the worker was contacted in time)',
  answers: 'Solved and satisfied',
  solved: 'Solved (the worker says so)',
  partly: 'Partly solved (not in the rate)',
  satisfied: 'Satisfied, or fairly satisfied',
  rate: (name, percent, numerator, denominator) => `${name}: ${percent}% (${numerator} of ${denominator})`,
  tooFew: (name) => `${name}: too few, withheld`,
  fewerThan: (name, count) => `${name}: fewer than ${counted(count, 'case', 'cases')}`,
  ratesNote:
    'No answer never counts as satisfied. A reply or a referral never counts as solved. Figures of fewer than 5 people are withheld, and none at all alike.',
  why: 'You get this because you are subscribed to the weekly digest. There is no personal data in it. A week with nothing to tell brings no mail.',
  choice: 'Stop the weekly digest',
}
