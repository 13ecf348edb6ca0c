import type { Category } from '../../db/vocabulary.ts'
import { happenedOn } from '../../forms/meaning.ts'
import { dayIn, instantIn } from '../../orgs/zone.ts'
import { type Answered, meaningOf } from '../filed/reading-answers.ts'
import { type Claim, categoryRules } from './categories.ts'
import type { GrievanceSubject } from './subject.ts'

/** Until when the worker himself may apply, and from which day that is counted. */
export interface Limitation {
  claim: Claim
  dueAt: Date
  from: 'event' | 'filing'
}

interface Facts {
  category: Category
  /** A day or a month, as the worker named it. */
  happenedOn: string | null
  filedAt: Date
}

/**
 * The end of the year in which a worker may apply himself; null for categories in which no such time runs. Of a
 * month its first day counts. Where he named neither, the day of filing counts, and the time is over sooner. It is
 * not rolled past days off, so that nobody relies on them.
 */
export function limitationOf({ category, happenedOn, filedAt }: Facts, zone: string): Limitation | null {
  const { limited: claim } = categoryRules[category]
  if (!claim) return null
  const day = happenedOn ? `${happenedOn}-01`.slice(0, 10) : dayIn(zone, filedAt)
  return { claim, dueAt: instantIn(zone, yearAfter(day), '23:59:59'), from: happenedOn ? 'event' : 'filing' }
}

/** The same of a case at hand, as it is called by now; null also once it is solved, or its answers are gone. */
export function limitationOfCase(
  subject: Answered & Pick<GrievanceSubject, 'case'>,
  zone: string,
  category = subject.case.category,
): Limitation | null {
  const { case: it, submission } = subject
  const isOver = it.state === 'archived' || it.closingLabel === 'solved' || submission.erasedAt !== null
  if (it.process !== 'grievance' || isOver || !categoryRules[category].limited) return null
  const day = meaningOf(subject, happenedOn) ?? null
  return limitationOf({ category, happenedOn: day, filedAt: it.createdAt }, zone)
}

function yearAfter(day: string): string {
  const next = `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`
  return next.endsWith('-02-29') ? next.replace('-29', '-28') : next
}
