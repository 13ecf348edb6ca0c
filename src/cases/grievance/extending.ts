import type { Scene } from '../../orgs/scene.ts'
import { deadlineFor, extensionAtMostDays } from './clocks.ts'
import { type GrievanceEffect, invalid } from './effect.ts'
import type { GrievanceSubject } from './subject.ts'

/**
 * The chair extends the time to finish once, by 30 days at most and never past 60 + 30 days from acceptance
 * (信访工作条例 34), with a reason the worker reads. `invalid`: a number out of range, or no day to gain.
 */
export const extend: GrievanceEffect = (scene, subject, { days = extensionAtMostDays }) =>
  gains(scene, subject, days) ? { own: { extensionDays: days }, starts: ['finish', 'limit'] } : invalid

/** The handler asks the chair for so many days; his clocks run on until the chair has decided. `invalid` as above. */
export const askExtension: GrievanceEffect = (scene, subject, { days = extensionAtMostDays }) =>
  gains(scene, subject, days) ? { own: { askedDays: days } } : invalid

function gains({ rules, now }: Scene, { case: it, grievance, duties }: GrievanceSubject, days: number) {
  if (!Number.isInteger(days) || days < 1 || days > extensionAtMostDays) return false
  const finish = duties.find(({ kind }) => kind === 'finish')
  const extended = { ...it, ...grievance, extensionDays: days, renewed: true }
  return finish !== undefined && deadlineFor('finish', extended, rules, now).dueAt > finish.dueAt
}
