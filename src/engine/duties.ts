import { and, eq, isNotNull, isNull, or, type SQL, sql } from 'drizzle-orm'
import type { Db, Statement } from '../db/client.ts'
import { duties } from '../db/tables/cases.ts'
import type { DutyKind } from '../db/vocabulary.ts'
import type { Scene } from '../orgs/scene.ts'
import type { Input, Process, Subject } from './process.ts'

export type NewDuty = typeof duties.$inferInsert

/** What a step ends: duties that are met by it, duties that end unmet, or all that run. */
export interface Ending {
  meets: readonly DutyKind[]
  stops: readonly DutyKind[] | 'all'
}

/** The row of a duty that begins now. */
export function newDuty<S extends Subject, I extends Input, F>(
  process: Process<S, I, F>,
  { rules, now }: Pick<Scene, 'rules' | 'now'>,
  caseId: string,
  facts: F,
  kind: DutyKind,
): NewDuty {
  const { dueAt, amberAt, halfAt, provisional } = process.deadline(kind, facts, rules, now)
  return {
    caseId,
    kind,
    holder: process.duties[kind]?.holder ?? 'union',
    startedAt: now,
    dueAt,
    amberAt,
    halfAt: process.duties[kind]?.halfway ? halfAt : null,
    provisional,
    calendar: rules.calendar.version,
  }
}

/** Statement: begins duties; one that ran before begins anew. */
export function startDuties(db: Db, rows: NewDuty[]): Statement[] {
  if (rows.length === 0) return []
  return [
    db
      .insert(duties)
      .values(rows)
      .onConflictDoUpdate({ target: [duties.caseId, duties.kind], set: begunAnew }),
  ]
}

const taken = (column: string) => sql.raw(`excluded.${column}`)

export const begunAnew = {
  begun: sql`case when ${duties.endedAt} is null then ${duties.begun} + 1 else 1 end`,
  holder: taken('holder'),
  startedAt: taken('started_at'),
  dueAt: taken('due_at'),
  amberAt: taken('amber_at'),
  halfAt: taken('half_at'),
  provisional: taken('provisional'),
  calendar: taken('calendar'),
  lateAt: null,
  doneAt: null,
  endedAt: null,
}

/**
 * Statement: ends duties of the cases that `which` matches (an SQL condition on `case_id`). After a sign of
 * life nobody is reminded at half time any more.
 */
export function endDuties(
  { db, now }: Pick<Scene, 'db' | 'now'>,
  which: SQL | undefined,
  { meets, stops }: Ending,
  isSignOfLife: boolean,
): Statement[] {
  const met = meets.length > 0 ? sql`${duties.kind} in ${meets}` : sql`false`
  const over =
    stops === 'all' ? sql`true` : or(met, stops.length > 0 ? sql`${duties.kind} in ${stops}` : undefined)
  const noted = isSignOfLife ? sql`${duties.halfAt} is not null` : undefined
  if (meets.length === 0 && stops !== 'all' && stops.length === 0 && !noted) return []
  const at = now.getTime()
  return [
    db
      .update(duties)
      .set({
        doneAt: sql`case when ${met} then ${at} end`,
        endedAt: sql`case when ${over} then ${at} end`,
        halfAt: null,
      })
      .where(and(which, isNull(duties.endedAt), or(over, noted))),
  ]
}

/** Statement: a duty that was broken off, and not met, runs on by the date that it had. */
export function runOn(db: Db, caseId: string, kind: DutyKind): Statement {
  const brokenOff = and(isNull(duties.doneAt), isNotNull(duties.endedAt))
  return db
    .update(duties)
    .set({ endedAt: null })
    .where(and(eq(duties.caseId, caseId), eq(duties.kind, kind), brokenOff))
}

/** The columns of a case that follow from its duties: the nearest of ours or, without one, of the worker's. */
export function nearestDuty(now: Date) {
  return {
    dutyKind: nearest<DutyKind | null>(sql`d.kind`),
    dueAt: nearest<Date | null>(sql`d.due_at`),
    amberAt: nearest<Date | null>(sql`d.amber_at`),
    provisional: sql<boolean>`coalesce(${nearest(sql`d.provisional`)}, 0)`,
    lamp: sql<'green' | 'amber' | 'red'>`coalesce(${nearest(lampAt(now))}, 'green')`,
  }
}

const nearest = <T>(column: SQL) =>
  sql<T>`(select ${column} from duties d where d.case_id = cases.id and d.ended_at is null
    order by d.holder, d.due_at limit 1)`

const lampAt = (now: Date) => sql`case when d.holder = 'worker' then 'green'
    when d.due_at < ${now.getTime()} then 'red' when d.amber_at <= ${now.getTime()} then 'amber' else 'green' end`
