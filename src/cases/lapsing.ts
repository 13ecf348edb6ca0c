import { and, inArray, sql } from 'drizzle-orm'
import type { Statement } from '../db/client.ts'
import { insertSelect } from '../db/insert-select.ts'
import { caseEvents, cases } from '../db/tables/cases.ts'
import type { ClosingLabel, State } from '../db/vocabulary.ts'
import { emptying } from './archiving.ts'
import { type Clocked, deadlineFor } from './clocks.ts'
import { nearestWith } from './holders.ts'
import { freshDeadline, noDeadline, type Scene } from './moving.ts'
import { eachCase } from './sight.ts'
import { type Action, isWithWorker, transition } from './workflow.ts'

/** How many cases a run moves on; the rest waits for the next hour. */
const slice = 20

/** What the clock does when a time is over. */
type Lapse = 'receive' | 'lapse_info' | 'lapse_objection' | 'lapse_rating' | 'hand_to_chair' | 'archive'

const labels: Partial<Record<Lapse, ClosingLabel>> = {
  lapse_objection: 'declined',
  lapse_rating: 'no_answer',
}

/**
 * Moves on what only waits for time: missing information, the windows of objection and rating, cases
 * past their retention. Run twice, it finds nothing the second time. Answers how many cases moved.
 */
export async function lapse(scene: Scene): Promise<number> {
  const due = [...(await overTime(scene)), ...(await pastRetention(scene))].slice(0, slice)
  const byAction = Map.groupBy(due, (found) => keyOf(found))
  const batch = [...byAction.values()].flatMap((found) => statements(scene, found))
  const [first, ...rest] = batch
  if (first) await scene.db.batch([first, ...rest])
  return due.length
}

interface Found {
  id: string
  number: number
  action: Lapse
  danger: boolean
}

const keyOf = ({ action, danger }: Found) => `${action} ${transition(action).clock === 'triage' && danger}`

async function overTime({ db, now }: Scene): Promise<Found[]> {
  // Drizzle leaves the table out of columns that it selects, and one column would be compared with itself.
  // Written out, since Drizzle leaves out the table's name where there is one table.
  const rated = sql<number>`exists (select 1 from ratings r where r.reply_id = cases.reply_id)`
  const waiting: State[] = ['submitted', 'needs_info', 'declined', 'replied']
  const rows = await db
    .select({ id: cases.id, number: cases.number, state: cases.state, danger: cases.danger, rated })
    .from(cases)
    .where(
      and(
        inArray(cases.state, waiting),
        sql`${cases.closedAt} is null`,
        sql`(${cases.dueAt} is null or ${cases.dueAt} < ${now.getTime()})`,
        sql`${cases.holderRole} is null`,
      ),
    )
    .limit(slice)
  return rows.map(({ state, rated: isRated, ...found }) => ({ ...found, action: lapseOf(state, !!isRated) }))
}

function lapseOf(state: State, isRated: boolean): Lapse {
  switch (state) {
    case 'submitted':
      return 'receive'
    case 'needs_info':
      return 'lapse_info'
    case 'declined':
      return 'lapse_objection'
    default:
      return isRated ? 'hand_to_chair' : 'lapse_rating'
  }
}

/** Closed long enough, and no word of the worker unread. */
async function pastRetention({ db, rules, now }: Scene): Promise<Found[]> {
  const cutoff = now.getTime() - rules.settings.retentionDays * 86_400_000
  const unread = sql`exists (select 1 from messages m where m.case_id = cases.id and m.from_worker = 1 and m.read_at is null)`
  const rows = await db
    .select({ id: cases.id, number: cases.number, danger: cases.danger })
    .from(cases)
    .where(and(sql`${cases.state} = 'closed'`, sql`${cases.closedAt} < ${cutoff}`, sql`not ${unread}`))
    .orderBy(cases.closedAt)
    .limit(slice)
  return rows.map((found) => ({ ...found, action: 'archive' as const }))
}

/**
 * One event and one change for all cases that make the same step. Both look at the state again, inside
 * the batch: who was moved by a person in between is left alone.
 */
function statements(scene: Scene, found: Found[]): Statement[] {
  const { db, rules, now } = scene
  const [first] = found
  if (!first) return []
  const { action, danger } = first
  const rule = transition(action)
  const ids = found.map(({ id }) => id)
  const still = and(inArray(cases.id, ids), inArray(cases.state, [...rule.from]), stillWaits(action))
  const event = {
    caseId: cases.id,
    seq: sql`(select coalesce(max(seq), 0) + 1 from case_events e where e.case_id = cases.id)`,
    turn: sql`${cases.turn} + 1`,
    at: now,
    action,
    from: cases.state,
    to: rule.to === 'same' ? cases.state : rule.to,
    actor: 'clock',
  } as const
  const emptied = action === 'archive' ? emptying(scene, still) : []
  const deadline =
    rule.clock === undefined || rule.clock === 'none'
      ? noDeadline
      : freshDeadline(deadlineFor(rule.clock, anyCase(danger), rules, now), isWithWorker(rule.holder), scene)
  const label = labels[action]
  const change = db
    .update(cases)
    .set({
      turn: sql`${cases.turn} + 1`,
      ...(rule.to === 'same' ? {} : { state: rule.to, stateSince: now, proposerId: null }),
      ...(rule.to === 'closed' ? { closedAt: now } : {}),
      ...(label ? { closingLabel: label } : {}),
      ...(action === 'archive' ? { anonymous: true } : {}),
      ...deadline,
      ...holderOf(rule.holder),
    })
    .where(still)
  return [insertSelect(db, caseEvents, event, sql`from cases where ${still}`), ...emptied, change]
}

/** Of the case itself, the deadlines that start here depend on danger alone. */
function anyCase(danger: boolean): Clocked {
  return {
    category: 'other',
    danger,
    complex: false,
    acceptedAt: null,
    dueAt: null,
    extensionDays: 0,
  }
}

/** A rated case is handed to the chair once; then it has a holder. */
function stillWaits(action: Action) {
  return action === 'archive' ? undefined : sql`${cases.holderRole} is null`
}

function holderOf(holder: ReturnType<typeof transition>['holder']) {
  if (holder === undefined || isWithWorker(holder) || holder === 'its_handler') {
    return { holderRole: null, holderOrgId: null, holderId: null }
  }
  const barred = holder === 'chair' ? authorsOfReply : []
  return { holderRole: holder, holderOrgId: nearestWith(holder, eachCase, barred), holderId: null }
}

/** A chair who drafted or reviewed an answer cannot close it. */
const authorsOfReply = sql`(select r.drafter_id from replies r where r.id = cases.reply_id
  union select r.reviewer_id from replies r where r.id = cases.reply_id and r.reviewer_id is not null)`
