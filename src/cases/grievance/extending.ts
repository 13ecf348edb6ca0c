import { deadlineFor, extensionAtMostDays } from './clocks.ts'
import { type GrievanceEffect, invalid } from './effect.ts'

/**
 * The chair extends the time to finish once, by 30 days at most and never past 60 + 30 days from acceptance
 * (信访工作条例 34), with a reason the worker reads. `invalid`: a number out of range, or no day to gain.
 */
export const extend: GrievanceEffect = ({ rules, now }, { case: it, grievance, duties }, input) => {
  const days = input.days ?? extensionAtMostDays
  if (!Number.isInteger(days) || days < 1 || days > extensionAtMostDays) return invalid
  const finish = duties.find(({ kind }) => kind === 'finish')
  const { dueAt } = deadlineFor(
    'finish',
    { ...it, ...grievance, extensionDays: days, renewed: true },
    rules,
    now,
  )
  if (!finish || dueAt <= finish.dueAt) return invalid
  return { own: { extensionDays: days }, starts: ['finish', 'limit'] }
}
