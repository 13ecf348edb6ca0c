import { and, asc, desc, eq, inArray, lt, type SQL, sql } from 'drizzle-orm'
import type { Db } from '../db/client.ts'
import { caseEvents, messages } from '../db/tables/cases.ts'
import { files } from '../db/tables/files.ts'
import { ratings, replies } from '../db/tables/grievances.ts'
import type { Subject } from '../engine/process.ts'
import { wordsOf } from '../engine/saying.ts'
import type { Scene } from '../orgs/scene.ts'
import { type Part, partLength } from './history-part.ts'
import { type Action, actions, lineOf } from './processes.ts'

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
        id: caseEvents.id,
        reason: caseEvents.reason,
        cause: caseEvents.cause,
        reasonShown: caseEvents.reasonShown,
        turn: caseEvents.turn,
        name: nameOf(sql`case_events.staff_id`),
        staffId: caseEvents.staffId,
      })
      .from(caseEvents)
      .where(
        and(
          eq(caseEvents.caseId, caseId),
          known === 'worker' ? and(inArray(caseEvents.action, shownActions), isNotTakenBack) : undefined,
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
        file: { kind: files.kind, size: files.size },
        staffId: messages.staffId,
        name: nameOf(sql`messages.staff_id`),
      })
      .from(messages)
      .leftJoin(files, eq(files.id, messages.id))
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

const isHidden = (action: Action) => lineOf(action).shown === 'hidden'
export const shownActions = actions.filter((action) => !isHidden(action))

/** Ways back that the worker does not read, and the states between which they lead. */
const returns = actions.filter((action) => isHidden(action) && lineOf(action).to !== 'same')
const inside = new Set<string>(returns.flatMap((action) => [...lineOf(action).from, lineOf(action).to]))
const forth = shownActions.filter((action) =>
  [...lineOf(action).from, lineOf(action).to].every((state) => inside.has(state)),
)

/**
 * SQL over `case_events`: whether it stands. What was on its way inside the house and came back is told once, when it
 * goes that way for good; he would read the same line twice, and not why.
 */
export const isNotTakenBack = sql`not (${inArray(caseEvents.action, forth)} and exists (
  select 1 from case_events back
    where back.case_id = case_events.case_id and back.seq > case_events.seq and back.action in ${returns}
    and not exists (select 1 from case_events out
      where out.case_id = back.case_id and out.seq between case_events.seq and back.seq
      and out.to_state not in ${[...inside]})))`

/** The last questions, refusals and signatures of a case, the newest first; they stand beside its history. */
export async function stepsWithWords(
  { db }: Pick<Scene, 'db'>,
  { case: it, cipher }: Pick<Subject, 'case' | 'cipher'>,
) {
  const rows = await db
    .select({
      id: caseEvents.id,
      action: caseEvents.action,
      at: caseEvents.at,
      role: caseEvents.role,
      reason: caseEvents.reason,
    })
    .from(caseEvents)
    .where(
      and(
        eq(caseEvents.caseId, it.id),
        sql`turn is not null`,
        inArray(caseEvents.action, ['ask_info', 'agree_decline', 'sign']),
      ),
    )
    .orderBy(desc(caseEvents.turn))
    .limit(20)
  return Promise.all(
    rows.map(async ({ id, ...row }) => ({ ...row, reason: await wordsOf(cipher, { id, ...row }) })),
  )
}
