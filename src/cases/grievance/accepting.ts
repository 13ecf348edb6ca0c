import type { Category } from '../../db/vocabulary.ts'
import type { Change } from '../../engine/process.ts'
import { saysDanger } from '../../forms/meaning.ts'
import type { Scene } from '../../orgs/scene.ts'
import { highest } from '../../orgs/tree.ts'
import { meaningOf } from '../filed/reading-answers.ts'
import { aboveConcerned } from './concerned.ts'
import { type GrievanceEffect, invalid } from './effect.ts'
import { declareDanger, meetSoon } from './endangering.ts'
import { limitationOfCase } from './limitation.ts'
import { confidence, dangerOf, placeFor } from './routing.ts'
import { standsForTen, tellChair } from './standing-for-ten.ts'
import type { GrievanceSubject } from './subject.ts'

/**
 * Accepts a case, with the category, weight and number of workers the duty officer found. A new category
 * may make it more secret or more urgent, never less: a confidential one leaves the employer's own unions, and
 * one about conduct goes above those whom it concerns. Danger that he sees is declared with it, by him.
 */
export const accept: GrievanceEffect = (scene, subject, input, by) => {
  const { case: it, grievance } = subject
  const category = input.category ?? it.category
  const workers = input.workers ?? grievance.workers
  if (!Number.isInteger(workers) || workers < 1) return invalid
  const kept = confidence(it, category, it.mode)
  const above = category === it.category ? null : aboveConcerned(subject, category)
  const orgPath = highest(placeFor(it.orgPath, kept.secrecy), above ?? it.orgPath)
  const isSeen = input.danger === true && !it.danger
  const danger = isSeen
    ? { ...declareDanger(scene, subject), case: { danger: true } }
    : endangered(scene, subject, category)
  return {
    ...danger,
    case: {
      category,
      ...kept,
      bypassesUnit: it.bypassesUnit || above !== null,
      ...danger?.case,
    },
    own: {
      ...(isSeen ? { warnerId: by.staff?.id ?? null } : {}),
      workers,
      complex: input.complex ?? grievance.complex,
      acceptedAt: scene.now,
      limitationAt: limitationOfCase(subject, scene.rules.settings.zone, category)?.dueAt ?? null,
    },
    tells: [...(danger?.tells ?? []), ...(standsForTen(workers) ? [tellChair] : [])],
    ...(orgPath === it.orgPath ? {} : { orgPath }),
  }
}

/**
 * What a new category adds to a case that is dangerous by it and was not before: the worker is to be met
 * soon, and whoever has the case then is told at once. Null where nothing changes: danger that somebody took
 * back is not declared again by the category that the case had.
 */
function endangered(scene: Scene, subject: GrievanceSubject, category: Category): Change | null {
  const { case: it } = subject
  if (it.danger || category === it.category || !dangerOf(category, meaningOf(subject, saysDanger)))
    return null
  return {
    case: { danger: true },
    ...meetSoon(scene, subject),
    tells: [
      { who: 'holders', notice: 'urgent_case', why: 'danger' },
      { who: 'administrators_if_nobody', notice: 'alarm', why: 'nobody' },
    ],
  }
}
