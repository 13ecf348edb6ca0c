import { and, eq } from 'drizzle-orm'
import { caseEvents } from '../../db/tables/cases.ts'
import type { Change } from '../../engine/process.ts'
import type { Telling } from '../../engine/telling.ts'
import type { Scene } from '../../orgs/scene.ts'
import { dayIn } from '../../orgs/zone.ts'
import { clockedOf, deadlineFor } from './clocks.ts'
import type { GrievanceEffect } from './effect.ts'
import type { GrievanceSubject } from './subject.ts'

/** Somebody of the union declares danger to life: those who have the case and who watch over it are told at once. */
export function declareDanger(scene: Scene, subject: GrievanceSubject): Change {
  return { ...meetSoon(scene, subject), tells: urgently(`danger ${scene.now.toISOString()}`) }
}

/**
 * The worker says that it has become dangerous; people are told of it once a day, however often he does, and anew
 * after somebody took it back.
 */
export const sayDanger: GrievanceEffect = async (scene, subject) => {
  const lifted = await scene.db.$count(
    caseEvents,
    and(eq(caseEvents.caseId, subject.case.id), eq(caseEvents.action, 'lift_danger')),
  )
  return {
    ...meetSoon(scene, subject),
    tells: urgently(`danger ${dayIn(scene.rules.settings.zone, scene.now)} after ${lifted}`),
  }
}

/**
 * Where there is danger the worker is to be met within two hours from now: for the first time or, where he was
 * met before, once more. A date that is sooner, or past already, stays.
 */
export function meetSoon({ rules, now }: Scene, { case: it, grievance, duties }: GrievanceSubject): Change {
  const first = duties.find(({ kind }) => kind === 'contact')
  const running = first ?? duties.find(({ kind }) => kind === 'contact_again')
  const facts = clockedOf({ ...it, danger: true }, grievance, false)
  const { dueAt } = deadlineFor('contact', facts, rules, now)
  if (running && running.dueAt <= dueAt) return {}
  return { starts: [first ? 'contact' : 'contact_again'] }
}

function urgently(event: string): Telling[] {
  const urgent = { notice: 'urgent_case', why: 'danger', event } as const
  return [
    { who: 'answerers', ...urgent },
    { who: 'overseers', ...urgent },
    { who: 'administrators_if_nobody', notice: 'alarm', why: 'nobody' },
  ]
}
