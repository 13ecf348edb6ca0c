import { asc, eq, type SQL, sql } from 'drizzle-orm'
import type { Db } from '../db/client.ts'
import { caseEvents, messages } from '../db/tables/cases.ts'
import { ratings, replies } from '../db/tables/grievances.ts'
import type { ActorKind, Role, State } from '../db/vocabulary.ts'
import type { Rating, Reply } from './grievance/subject.ts'
import { type Action, isAction, lineOf } from './processes.ts'

export type Answer = Pick<Reply, 'id' | 'body' | 'outcome' | 'draftedAt' | 'signedAt' | 'readAt'>

/** One thing that happened; names of people are in it only for the union's own eyes. */
export type Entry =
  | {
      kind: 'event'
      at: Date
      action: Action
      from: State | null
      to: State | null
      actor: ActorKind
      role: Role | null
      /** A text of a person, or a cause of `supervisionCauses` where the clock acted. */
      reason: string | null
      reasonShown: boolean
      /** The turn it made; null where it left others free to act. */
      turn: number | null
      name: string | null
      staffId: string | null
    }
  | {
      kind: 'message'
      id: string
      at: Date
      fromWorker: boolean
      role: Role | null
      body: string
      readAt: Date | null
      name: string | null
    }
  | { kind: 'reply'; at: Date; reply: Answer; rating: Rating | null }

/** What the worker reads: shown events, all messages, signed answers; roles, never names. Oldest first. */
export async function historyForWorker(db: Db, caseId: string): Promise<Entry[]> {
  const { events, thread, answers } = await rowsOf(db, caseId, 'worker')
  const shown = events.filter((event) => isAction(event.action) && lineOf(event.action).shown !== 'hidden')
  return inOrder([
    ...shown.map((event) => entryOf({ ...event, reason: reasonForWorker(event), name: null, staffId: null })),
    ...thread.map((row) => messageOf(row, null)),
    ...answers.filter(isSigned).map(({ reply, rating }) => replyOf(reply, rating)),
  ])
}

/**
 * What the union reads: everything, with names. Oldest first. Names that the page has already, by id, are
 * not looked up again: those of the reader and of the handler stand at most events.
 */
export async function historyForStaff(
  db: Db,
  caseId: string,
  known: ReadonlyMap<string, string> = new Map(),
): Promise<Entry[]> {
  const { events, thread, answers } = await rowsOf(db, caseId, [...known.keys()])
  const named = <Row extends { staffId: string | null; name: string | null }>(row: Row) => ({
    ...row,
    name: row.name ?? known.get(row.staffId ?? '') ?? null,
  })
  return inOrder([
    ...events.map((event) => entryOf(named(event))),
    ...thread.map((row) => messageOf(row, named(row).name)),
    ...answers.map(({ reply, rating }) => replyOf(reply, rating)),
  ])
}

/** Names but for those that are known; a worker reads none, so none are looked up for him. */
async function rowsOf(db: Db, caseId: string, known: string[] | 'worker') {
  const nameOf = (id: SQL) =>
    known === 'worker'
      ? sql<null>`null`
      : sql<string | null>`case when ${id} not in ${known.length > 0 ? known : ['']} then (
          select name from staff where staff.id = ${id}) end`
  const [events, thread, answers] = await db.batch([
    db
      .select({
        at: caseEvents.at,
        action: caseEvents.action,
        from: caseEvents.from,
        to: caseEvents.to,
        actor: caseEvents.actor,
        role: caseEvents.role,
        reason: caseEvents.reason,
        reasonShown: caseEvents.reasonShown,
        turn: caseEvents.turn,
        name: nameOf(sql`case_events.staff_id`),
        staffId: caseEvents.staffId,
      })
      .from(caseEvents)
      .where(eq(caseEvents.caseId, caseId))
      .orderBy(asc(caseEvents.seq)),
    db
      .select({
        id: messages.id,
        at: messages.at,
        fromWorker: messages.fromWorker,
        role: messages.role,
        body: messages.body,
        readAt: messages.readAt,
        staffId: messages.staffId,
        name: nameOf(sql`messages.staff_id`),
      })
      .from(messages)
      .where(eq(messages.caseId, caseId))
      .orderBy(asc(messages.at)),
    db
      .select({
        reply: {
          id: replies.id,
          body: replies.body,
          outcome: replies.outcome,
          draftedAt: replies.draftedAt,
          signedAt: replies.signedAt,
          readAt: replies.readAt,
        },
        rating: ratings,
      })
      .from(replies)
      .leftJoin(ratings, eq(ratings.replyId, replies.id))
      .where(eq(replies.caseId, caseId))
      .orderBy(asc(replies.draftedAt)),
  ])
  return { events, thread, answers }
}

type Rows = Awaited<ReturnType<typeof rowsOf>>

/** His own words are always his to read. */
function reasonForWorker({ reasonShown, actor, reason }: Rows['events'][number]): string | null {
  return reasonShown || actor === 'worker' ? reason : null
}

function entryOf(event: Rows['events'][number]): Entry {
  return { kind: 'event', ...event, action: event.action as Action }
}

function messageOf({ staffId: _, ...row }: Rows['thread'][number], name: string | null): Entry {
  return { kind: 'message', ...row, name }
}

function replyOf(reply: Answer, rating: Rating | null): Entry {
  return { kind: 'reply', at: reply.signedAt ?? reply.draftedAt, reply, rating }
}

function isSigned({ reply }: { reply: Answer }): boolean {
  return reply.signedAt !== null
}

/** By time; what happened in the same moment keeps its order. */
function inOrder(entries: Entry[]): Entry[] {
  return entries.toSorted((a, b) => a.at.getTime() - b.at.getTime())
}
