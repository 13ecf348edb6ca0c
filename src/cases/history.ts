import { asc, eq } from 'drizzle-orm'
import type { Db } from '../db/client.ts'
import { caseEvents, messages, ratings, replies } from '../db/tables/cases.ts'
import { staff } from '../db/tables/orgs.ts'
import type { ActorKind, Role, State } from '../db/vocabulary.ts'
import type { Rating, Reply } from './loading.ts'
import { type Action, transition } from './workflow.ts'

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
  const { events, thread, answers } = await rowsOf(db, caseId)
  const shown = events.filter((event) => transition(event.action as Action).shown !== 'hidden')
  return inOrder([
    ...shown.map((event) => entryOf({ ...event, reason: reasonForWorker(event), name: null, staffId: null })),
    ...thread.map((row) => messageOf(row, null)),
    ...answers.filter(isSigned).map(({ reply, rating }) => replyOf(reply, rating)),
  ])
}

/** What the union reads: everything, with names. Oldest first. */
export async function historyForStaff(db: Db, caseId: string): Promise<Entry[]> {
  const { events, thread, answers } = await rowsOf(db, caseId)
  return inOrder([
    ...events.map(entryOf),
    ...thread.map((row) => messageOf(row, row.name)),
    ...answers.map(({ reply, rating }) => replyOf(reply, rating)),
  ])
}

async function rowsOf(db: Db, caseId: string) {
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
        name: staff.name,
        staffId: caseEvents.staffId,
      })
      .from(caseEvents)
      .leftJoin(staff, eq(staff.id, caseEvents.staffId))
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
        name: staff.name,
      })
      .from(messages)
      .leftJoin(staff, eq(staff.id, messages.staffId))
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

function messageOf(row: Rows['thread'][number], name: string | null): Entry {
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
