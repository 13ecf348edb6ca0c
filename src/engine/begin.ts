import { sql } from 'drizzle-orm'
import type { CaseRef } from '../cases/sight.ts'
import type { Statement } from '../db/client.ts'
import { caseEvents, cases, duties } from '../db/tables/cases.ts'
import type { DutyKind, State } from '../db/vocabulary.ts'
import type { Scene } from '../orgs/scene.ts'
import { lineage } from '../orgs/tree.ts'
import { startOfDay } from '../orgs/zone.ts'
import { newDuty } from './duties.ts'
import { nearestWith } from './holders.ts'
import type { Holder } from './move.ts'
import { freeNumber } from './numbers.ts'
import type { Case, Input, Process, Subject } from './process.ts'

/** What is known of a new case before it is written. */
export type Beginning = Pick<
  Case,
  | 'id'
  | 'submissionId'
  | 'parentId'
  | 'receiptHash'
  | 'orgPath'
  | 'enterpriseId'
  | 'category'
  | 'mode'
  | 'secrecy'
  | 'confidedTo'
  | 'anonymous'
  | 'bypassesUnit'
  | 'danger'
> & {
  /** Null where it has to be looked up by its path. */
  orgId: string | null
}

interface Entered {
  action: string
  to: State
  actor: 'worker' | 'system'
}

/** The states that a new case has gone through, each with the act that led there and who did it. */
export interface Opening {
  path: readonly [Entered, ...Entered[]]
  /** Duties that begin, beside the one of the last state. */
  starts: readonly DutyKind[]
}

/**
 * Statements of a new case: the row that answers its number, its events and its duties. Nobody else can act on
 * it yet, so its first events hold no turn.
 */
export function begin<S extends Subject, I extends Input, F>(
  process: Process<S, I, F>,
  scene: Scene,
  beginning: Beginning,
  { path, starts }: Opening,
  facts: F,
) {
  const { db, now } = scene
  const state = (path.at(-1) ?? path[0]).to
  const rule = process.states[state]
  const running = [...starts, ...(rule?.duty ? [rule.duty] : [])].map((kind) =>
    newDuty(process, scene, beginning.id, facts, kind),
  )
  const [nearest] = running.toSorted((a, b) => a.dueAt.getTime() - b.dueAt.getTime())
  const { id, orgPath, orgId } = beginning
  const theCase = db
    .insert(cases)
    .values({
      ...beginning,
      number: freeNumber(),
      orgId: orgId ?? sql`(select id from organisations where path = ${orgPath})`,
      process: process.name,
      processVersion: process.version,
      state,
      turn: path.length,
      ...holderOf(rule?.holder, { ...beginning, paths: lineage(orgPath) }),
      // Of an anonymous one no more than the day is kept beside it, so that no list can tell the minute.
      createdAt: beginning.anonymous ? startOfDay(scene.rules.settings.zone, now) : now,
      stateSince: now,
      dutyKind: nearest?.kind ?? null,
      dueAt: nearest?.dueAt ?? null,
      amberAt: nearest?.amberAt ?? null,
      provisional: nearest?.provisional ?? false,
    })
    .returning({ number: cases.number })
  const events = db.insert(caseEvents).values(
    path.map(({ action, to, actor }, at) => ({
      caseId: id,
      seq: at + 1,
      at: now,
      action,
      from: path[at - 1]?.to ?? null,
      to,
      actor,
    })),
  )
  const others: Statement[] = [events, db.insert(duties).values(running)]
  return { theCase, others }
}

/** A new case waits for a role; nobody has had a hand in it, so nobody is barred. */
function holderOf(holder: Holder | undefined, it: CaseRef) {
  if (holder === undefined || holder === 'worker' || holder === 'nobody' || holder === 'its_handler')
    return {}
  return { holderRole: holder, holderOrgId: nearestWith(holder, it) }
}
