import { and, asc, desc, eq, inArray, lt, type SQL, sql } from 'drizzle-orm'
import type { Db } from '../db/client.ts'
import { caseEvents, messages } from '../db/tables/cases.ts'
import { ratings, replies } from '../db/tables/grievances.ts'
import { type Part, partLength } from './history-part.ts'
import { actions, lineOf } from './processes.ts'

/**
 * What happened on a case, oldest first; of a part the newest of each before where it ends, and one more. Names
 * but for those that are known; a worker reads none, so none are looked up for him.
 */
export async function rowsOf(db: Db, caseId: string, known: string[] | 'worker', part?: Part) {
  const nameOf = (id: SQL) =>
    known === 'worker'
      ? sql<null>`null`
      : sql<string | null>`case when ${id} not in ${known.length > 0 ? known : ['']} then (
          select name from staff where staff.id = ${id}) end`
  // All of it is at most what the limits of a day let through (`perDay`).
  const most = part ? partLength + 1 : -1
  const [events, thread, answers] = await db.batch([
    db
      .select({
        seq: caseEvents.seq,
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
      .where(
        and(
          eq(caseEvents.caseId, caseId),
          known === 'worker' ? inArray(caseEvents.action, shownActions) : undefined,
          part?.events === undefined ? undefined : lt(caseEvents.seq, part.events),
        ),
      )
      .orderBy(desc(caseEvents.seq))
      .limit(most),
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
      .where(
        and(eq(messages.caseId, caseId), part?.messages === undefined ? undefined : before(part.messages)),
      )
      .orderBy(desc(messages.at), sql`messages.rowid desc`)
      .limit(most),
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
  return { events: events.reverse(), thread: thread.reverse(), answers }
}

/** SQL over `messages`: before one of the same case. */
function before(id: string): SQL {
  return sql`(${messages.at}, messages.rowid) < (
    select last.at, last.rowid from messages last where last.id = ${id} and last.case_id = ${messages.caseId})`
}

const shownActions = actions.filter((action) => lineOf(action).shown !== 'hidden')

/** The last questions, refusals and signatures of a case, the newest first; they stand beside its history. */
export function stepsWithWords(db: Db, caseId: string) {
  return db
    .select({
      action: caseEvents.action,
      at: caseEvents.at,
      role: caseEvents.role,
      reason: caseEvents.reason,
    })
    .from(caseEvents)
    .where(
      and(
        eq(caseEvents.caseId, caseId),
        sql`turn is not null`,
        inArray(caseEvents.action, ['ask_info', 'agree_decline', 'sign']),
      ),
    )
    .orderBy(desc(caseEvents.turn))
    .limit(20)
}
