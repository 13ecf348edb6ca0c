import { inArray, type SQL, sql } from 'drizzle-orm'
import type { Statement } from '../db/client.ts'
import { listed } from '../db/listed.ts'
import { cases, duties } from '../db/tables/cases.ts'
import type { Scene } from '../orgs/scene.ts'
import { nearestDuty } from './duties.ts'
import type { Deadline, Duty, Input, Process, Subject } from './process.ts'

/** A duty with the dates that it has by the calendar as it is known now. */
export type Recounted = Pick<Duty, 'caseId' | 'kind' | 'startedAt'> &
  Pick<Deadline, 'dueAt' | 'amberAt' | 'provisional'>

/** SQL over `duties`: provisional (暂定), and counted by an older calendar. */
export function isOutdated({ rules }: Pick<Scene, 'rules'>): SQL {
  return sql`${duties.provisional} = 1 and ${duties.endedAt} is null
    and ${duties.calendar} < ${rules.calendar.version}`
}

/** Duties counted again from the instant they began. */
export function recounted<S extends Subject, I extends Input, F>(
  process: Process<S, I, F>,
  { rules }: Pick<Scene, 'rules'>,
  outdated: { duty: Duty; facts: F }[],
): Recounted[] {
  return outdated.map(({ duty: { caseId, kind, startedAt }, facts }) => {
    const { dueAt, amberAt, provisional } = process.deadline(kind, facts, rules, startedAt)
    return { caseId, kind, startedAt, dueAt, amberAt, provisional }
  })
}

/** Statements that write dates which were counted again, and the nearest of each case: two, however many. */
export function recountedRows({ db, rules, now }: Scene, again: Recounted[]): Statement[] {
  if (again.length === 0) return []
  const ids = [...new Set(again.map(({ caseId }) => caseId))]
  const rows = again.map((row) => ({
    ...row,
    startedAt: row.startedAt.getTime(),
    dueAt: row.dueAt.getTime(),
    amberAt: row.amberAt.getTime(),
  }))
  return [
    db
      .update(duties)
      .set({
        dueAt: taken('dueAt'),
        amberAt: taken('amberAt'),
        provisional: taken('provisional'),
        calendar: rules.calendar.version,
      })
      .from(sql`json_each(${JSON.stringify(rows)}) as again`)
      .where(
        sql`${duties.caseId} = ${taken('caseId')} and ${duties.kind} = ${taken('kind')}
          and ${duties.startedAt} = ${taken('startedAt')}`,
      ),
    db
      .update(cases)
      .set(nearestDuty(now))
      .where(inArray(cases.id, listed(ids))),
  ]
}

function taken(key: keyof Recounted): SQL {
  return sql`again.value ->> ${sql.raw(`'${key}'`)}`
}
