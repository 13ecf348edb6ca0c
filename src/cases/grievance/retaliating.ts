import type { GrievanceEffect } from './effect.ts'

/** The worker says that he is made to pay for having spoken: supervision, and people are told at once. */
export const reportRetaliation: GrievanceEffect = (_, { case: it }) =>
  it.supervisedAt ? {} : { supervise: 'retaliation' }
