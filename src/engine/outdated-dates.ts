import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Db, Statement } from '../db/client.ts'
import { cases, duties } from '../db/tables/cases.ts'
import type { Scene } from '../orgs/scene.ts'
import { nearestDuty } from './duties.ts'
import type { Duty, Input, Process, Subject } from './process.ts'

const slice = 20

/** Provisional duties (暂定) that an older calendar counted; what is over the slice waits for the next run. */
export function outdatedDuties({ db, rules }: Pick<Scene, 'db' | 'rules'>): Promise<Duty[]> {
  return db
    .select()
    .from(duties)
    .where(
      sql`${duties.provisional} = 1 and ${duties.endedAt} is null and ${duties.calendar} < ${rules.calendar.version}`,
    )
    .limit(slice)
}

/** Statements that count duties again from the instant they began, by the calendar as it is known now. */
export function recounted<S extends Subject, I extends Input, F>(
  process: Process<S, I, F>,
  { db, rules, now }: Scene,
  outdated: { duty: Duty; facts: F }[],
): Statement[] {
  if (outdated.length === 0) return []
  const again = outdated.map(({ duty, facts }) => {
    const { dueAt, amberAt, provisional } = process.deadline(duty.kind, facts, rules, duty.startedAt)
    return db
      .update(duties)
      .set({ dueAt, amberAt, provisional, calendar: rules.calendar.version })
      .where(
        and(eq(duties.caseId, duty.caseId), eq(duties.kind, duty.kind), eq(duties.startedAt, duty.startedAt)),
      )
  })
  return [...again, refreshed(db, now, outdated)]
}

function refreshed(db: Db, now: Date, outdated: { duty: Duty }[]): Statement {
  const ids = [...new Set(outdated.map(({ duty }) => duty.caseId))]
  return db.update(cases).set(nearestDuty(now)).where(inArray(cases.id, ids))
}
