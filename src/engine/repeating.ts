import { and, eq, gt, type SQL, sql } from 'drizzle-orm'
import type { Statement } from '../db/client.ts'
import { insertSelect } from '../db/insert-select.ts'
import { caseEvents } from '../db/tables/cases.ts'
import type { Scene } from '../orgs/scene.ts'
import type { Move } from './move.ts'
import type { Actor } from './process.ts'

/** For so long the same words are a second tap, and not said again. */
const secondTap = 10 * 60_000

/** An act as somebody sent it: for which turn, with which words. */
export interface Sent {
  caseId: string
  action: string
  actor: Actor
  turn: number
  /** Of the words: their digest on this case. */
  reasonDigest: string | null
  /** The acts that take it back: after one of them it is no second tap. */
  undoneBy: readonly string[]
}

/** The acts that take back what a move laid over the state. */
export function undoing({ moves }: { moves: Record<string, Move> }, { raises, lowers }: Move): string[] {
  if (!raises && !lowers) return []
  return Object.keys(moves).filter((action) => {
    const other = moves[action]
    return (raises && other?.lowers === raises) || (lowers && other?.raises === lowers)
  })
}

/**
 * Whether just this was done already, as after a second tap: the same person made the turn that follows the
 * one he saw, by the same act and in the same words; or, where an act makes no turn, a moment ago.
 */
export async function isDone(
  { db, now }: Pick<Scene, 'db' | 'now'>,
  sent: Sent,
  { free, reason }: Pick<Move, 'free' | 'reason'>,
): Promise<boolean> {
  // Words that nobody asked for, or that another person's stand for, do not tell one tap from another.
  const words = reason === 'required' ? sent : { ...sent, reasonDigest: undefined }
  const when = free
    ? gt(caseEvents.at, new Date(now.getTime() - secondTap))
    : eq(caseEvents.turn, sent.turn + 1)
  const [event] = await db
    .select({ at: caseEvents.at })
    .from(caseEvents)
    .where(and(when, sameAct(words)))
    .limit(1)
  return event !== undefined
}

/**
 * Statement for an act that makes no turn, after its event: holds two taps apart even when they run at once.
 * Where the same words stand twice within a short while, the event is put in again under its own key, and by
 * that the whole batch falls as a conflict.
 */
export function saidOnce({ db, now }: Pick<Scene, 'db' | 'now'>, sent: Omit<Sent, 'turn'>): Statement {
  const same = justNow(sent, now)
  const { caseId, seq, at, action, actor } = caseEvents
  return insertSelect(
    db,
    caseEvents,
    { caseId, seq, at, action, actor },
    sql`from case_events where ${same} and (select count(*) from case_events where ${same}) > 1`,
  )
}

/** SQL: whether these words were said already within a short while. */
export function isSaidAgain({ now }: Pick<Scene, 'now'>, sent: Omit<Sent, 'turn'>): SQL {
  return sql`exists (select 1 from case_events where ${justNow(sent, now)})`
}

function justNow(sent: Omit<Sent, 'turn'>, now: Date): SQL | undefined {
  return and(sameAct(sent), gt(caseEvents.at, new Date(now.getTime() - secondTap)))
}

type Act = Omit<Sent, 'turn' | 'reasonDigest'> & { reasonDigest: string | null | undefined }

function sameAct({ caseId, action, actor, reasonDigest, undoneBy }: Act): SQL | undefined {
  return and(
    eq(caseEvents.caseId, caseId),
    eq(caseEvents.action, action),
    eq(caseEvents.actor, actor.kind),
    actor.kind === 'staff' ? eq(caseEvents.staffId, actor.staff.id) : undefined,
    reasonDigest === undefined ? undefined : sql`${caseEvents.reasonDigest} is ${reasonDigest}`,
    undoneBy.length === 0
      ? undefined
      : sql`not exists (select 1 from case_events later where later.case_id = ${caseId}
          and later.seq > case_events.seq and later.action in ${undoneBy})`,
  )
}
