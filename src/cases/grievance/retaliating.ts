import { dayIn } from '../../orgs/zone.ts'
import type { GrievanceEffect } from './effect.ts'

/** The worker says that he is made to pay for having spoken: supervision, and people are told at once, once a day. */
export const reportRetaliation: GrievanceEffect = ({ rules, now }, { case: it }) => ({
  ...(it.supervisedAt ? {} : { supervise: 'retaliation' }),
  tells: [
    {
      who: 'overseers',
      notice: 'urgent_case',
      why: 'retaliation',
      event: `retaliation ${dayIn(rules.settings.zone, now)}`,
    },
  ],
})
