import { type Consent, consentsOf } from '../cases/consents.ts'
import { type Entry, historyForWorker } from '../cases/history.ts'
import { cutParts, type Part } from '../cases/history-part.ts'
import { stepsWithWords } from '../cases/history-rows.ts'
import { type CaseForWorker, loadByReceiptHash } from '../cases/loading.ts'
import { type NewsWays, waysOf } from '../cases/news/ways.ts'
import { type Referral, referralsOf } from '../cases/referrals.ts'
import { type Watcher, watcherOf } from '../cases/watching.ts'
import { withoutMinutes } from '../cases/without-minutes.ts'
import type { Bilingual } from '../db/vocabulary.ts'
import type { Case } from '../engine/process.ts'
import type { Scene } from '../orgs/scene.ts'
import { caseMark } from './case-mark.ts'

export type Past = Extract<Entry, { kind: 'event' }>
export type Message = Extract<Entry, { kind: 'message' }>
export type Step = Awaited<ReturnType<typeof stepsWithWords>>[number]
export type Reply = Extract<Entry, { kind: 'reply' }>

/** All that the worker's page shows of his case; no name of anybody at the union is in it. */
export interface Followed {
  case: Case
  /** What its forms and links carry, so that they reach no other case. */
  mark: string
  /** What the behaviours of `cases` stand on. */
  subject: CaseForWorker
  /** Whose office has it; a single handler's is not told. */
  holderOrg: Bilingual | null
  /** Who watches that it moves, while it is supervised. */
  watcher: Watcher | null
  past: Past[]
  messages: Message[]
  /** Which part of a long history this is, and where the one before it ends; null where it is all. */
  part: Part | null
  older: Part
  /** The last questions, refusals and signatures, whichever part this is. */
  steps: Step[]
  /** Whether others may be told who he is, as often as he was asked; and what they were told of it. */
  consents: Consent[]
  referrals: Referral[]
  /** The signed reply in force, and those before it, latest first. */
  reply: Reply | undefined
  earlier: Reply[]
  /** Where he wants to be told of news. */
  news: NewsWays
}

/** The case of a receipt with a part of its visible history, or all; null when nothing has that receipt. */
export async function loadFollowed(
  scene: Pick<Scene, 'db' | 'keys' | 'now' | 'rules'>,
  secret: string,
  receiptHash: string,
  part: Part | null = {},
): Promise<Followed | null> {
  const subject = await loadByReceiptHash(scene, receiptHash)
  if (!subject) return null
  const { supervisedAt, closedAt } = subject.case
  const [history, steps, watcher, consents, referrals, news] = await Promise.all([
    historyForWorker(scene, subject, part ?? undefined),
    stepsWithWords(scene, subject),
    supervisedAt && !closedAt ? watcherOf(scene.db, subject.case) : null,
    consentsOf(scene, subject),
    referralsOf(scene, subject),
    waysOf(scene, subject),
  ])
  const entries = withoutMinutes(history, subject.case, scene.rules.settings.zone)
  const replies = entries.filter((entry) => entry.kind === 'reply').toReversed()
  const inForce = (entry: Reply) => entry.reply.id === subject.reply?.id
  return {
    case: subject.case,
    mark: await caseMark(secret, subject.case.id),
    subject,
    holderOrg: subject.holderOrg,
    watcher,
    ...shownOf(entries, part),
    part,
    steps,
    consents,
    referrals,
    reply: replies.find(inForce),
    earlier: replies.filter((entry) => !inForce(entry)),
    news,
  }
}

function shownOf(entries: Entry[], part: Part | null): Pick<Followed, 'past' | 'messages' | 'older'> {
  if (part) {
    const { events: past, messages, older } = cutParts(entries)
    return { past, messages, older }
  }
  return {
    past: entries.filter((entry) => entry.kind === 'event'),
    messages: entries.filter((entry) => entry.kind === 'message'),
    older: {},
  }
}

/** A message of the union that he has not had before his eyes. */
export function isFresh({ fromWorker, readAt }: Message): boolean {
  return !fromWorker && !readAt
}

export const freshIn = ({ messages }: Followed): Message[] => messages.filter(isFresh)

/** Whether the answer in force is new to him. */
export function isUnreadReply({ reply }: Followed): boolean {
  return reply?.reply.readAt === null
}

/** Whether something of the union waits to be read on the page, or he would be told that there is. */
export function hasUnread(it: Followed): boolean {
  return it.news.isWaiting || freshIn(it).length > 0 || isUnreadReply(it)
}
