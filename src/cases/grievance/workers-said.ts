import { saysWorkers } from '../../forms/meaning.ts'
import { meaningOf } from '../filed/reading-answers.ts'
import type { FiledSubject } from '../filed/subject.ts'
import type { Grievance } from './subject.ts'

/**
 * How many workers a case stands for; null where nobody said. It counts as one then, which nobody should read as
 * what a worker wrote. Where the answers are gone, the number is all that is known.
 */
export function workersSaid({ case: it, grievance, ...filed }: Counted): number | null {
  if (!grievance) return null
  const isGone = it.state === 'archived' || filed.submission.erasedAt !== null
  const isSaid = grievance.workers > 1 || isGone || meaningOf(filed, saysWorkers) !== false
  return isSaid ? grievance.workers : null
}

type Counted = Pick<FiledSubject, 'case' | 'definition' | 'submission'> & { grievance: Grievance | null }
