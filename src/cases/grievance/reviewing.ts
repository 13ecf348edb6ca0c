import { federationOf, isFederation, pastUnion } from '../../orgs/tree.ts'
import { barAnswerers } from './barring.ts'
import { isCandidate } from './dispatching.ts'
import { type GrievanceEffect, invalid } from './effect.ts'
import { complainedAgain, doneAgain } from './reopening.ts'
import type { Grievance, GrievanceSubject } from './subject.ts'

/**
 * The worker has an answer looked at anew, one level above the highest of those who wrote, reviewed and signed
 * it, by none of them (信访工作条例 35–36).
 */
export const appeal: GrievanceEffect = (scene, { case: it, grievance, reply }) => {
  const again = doneAgain(scene, it)
  const { orgPath, toCity } = aboveThoseAt(reply?.decidedPath ?? null, it.orgPath)
  return {
    ...again,
    ...complainedAgain(it),
    orgPath,
    own: { ...again.own, toCity, appeals: grievance.appeals + 1 },
    also: [barAnswerers(scene, it.id)],
  }
}

/** The worker does not accept that his case was declined; the level above those two looks at it. */
export const object: GrievanceEffect = (_, { case: it, grievance }) => {
  const { orgPath, toCity } = aboveThoseAt(grievance.declinedPath, it.orgPath)
  return { orgPath, own: { toCity } }
}

/** The level above takes a review on and gives it to one of its handlers. */
export const takeReview: GrievanceEffect = async (scene, subject, { handlerId }) =>
  (await isCandidate(scene, subject, handlerId)) ? { case: { handlerId } } : invalid

/** What the county itself decided goes to the federation above it; one of ours, who had no part, goes along. */
export const escort = takeReview

/** The federation above has spoken, or the case is the county's again: it is handled and answered here. */
export const backFromCity: GrievanceEffect = ({ now }, { grievance }) => ({
  own: { toCity: false, ...(grievance.acceptedAt ? {} : { acceptedAt: now }) },
  ...(grievance.acceptedAt ? {} : { starts: ['limit'] }),
})

/** Whether an appeal against its answer, or an objection to its decline, would go to the federation above the county. */
export function goesToCity({ case: it, grievance, reply }: Decided): boolean {
  const decidedPath = it.state === 'declined' ? grievance?.declinedPath : reply?.decidedPath
  return aboveThoseAt(decidedPath ?? null, it.orgPath).toCity
}

type Decided = Pick<GrievanceSubject, 'case' | 'reply'> & { grievance: Grievance | null }

/** Above whoever decided, and outside of the employer; without a record of them, as if it was the county. */
export function aboveThoseAt(decidedPath: string | null, orgPath: string) {
  const decided = decidedPath ?? federationOf(orgPath)
  return { orgPath: pastUnion(decided), toCity: isFederation(decided) }
}
