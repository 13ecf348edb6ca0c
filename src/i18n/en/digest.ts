import type { Messages } from '../catalog.ts'

export const digest: Messages['digest'] = {
  subject: (lastDay) => `Your cases in the week to ${lastDay}`,
  preview: (filed, dueThisWeek, overdue) => `${filed} new, ${dueThisWeek} due this week, ${overdue} overdue`,
  opening: 'These are the numbers of the organisations you look after. There is no personal data in them.',
  glance: 'At a glance',
  filed: 'New last week',
  open: 'Open now',
  dueThisWeek: 'Due this week',
  overdue: 'Overdue',
  supervised: (days) =>
    days === 0
      ? 'Under supervision'
      : `Under supervision (the longest for ${days === 1 ? 'a day' : `${days} days`})`,
  unread: 'Cases whose worker wrote and nobody has read it',
  toDesk: 'Open my desk',
  states: 'Where the open cases are',
  overdueByOrg: 'Overdue by organisation',
  rates: 'The three rates of last week',
  response: 'Response (the worker was contacted in time)',
  solved: 'Solved (the worker says so)',
  partly: 'Partly solved (not in the rate)',
  satisfied: 'Satisfied, or fairly satisfied',
  rate: (percent, numerator, denominator) => `${percent}% · ${numerator}/${denominator}`,
  tooFew: 'too few, withheld',
  fewerThan: (count) => `fewer than ${count}`,
  ratesNote:
    'No answer never counts as satisfied. A reply or a referral never counts as solved. Figures of fewer than 5 people are withheld, and none at all alike.',
  categories: 'Most frequent last week',
  category: 'Category',
  lastWeek: 'Last week',
  others: 'All other categories',
  why: 'You get this because your account is subscribed to the weekly digest. A week with nothing to tell brings no mail.',
  choice: 'Change what I get with one click',
}
