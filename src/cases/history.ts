import { messages } from '../db/tables/cases.ts'
import type { ActorKind, Role, State } from '../db/vocabulary.ts'
import type { Subject } from '../engine/process.ts'
import { wordsOf } from '../engine/saying.ts'
import type { FileKind } from '../files/kind-of-file.ts'
import type { Scene } from '../orgs/scene.ts'
import type { Rating, Reply } from './grievance/subject.ts'
import type { lossCauses } from './handing-over.ts'
import type { Part } from './history-part.ts'
import { rowsOf } from './history-rows.ts'
import type { Action } from './processes.ts'
import { readReply } from './reading-words.ts'
import type { SupervisionCause } from './supervision.ts'

export type Cause = SupervisionCause | (typeof lossCauses)[number]

export type Answer = Pick<Reply, 'id' | 'body' | 'outcome' | 'draftedAt' | 'signedAt' | 'readAt'>

/** A file as pages tell of it: under the id of its message. */
export interface FileOfMessage {
  kind: FileKind
  size: number
}

/** One thing that happened; names of people are in it only for the union's own eyes. */
export type Entry =
  | {
      kind: 'event'
      seq: number
      at: Date
      action: Action
      from: State | null
      to: State | null
      actor: ActorKind
      role: Role | null
      /** The words of a person. */
      reason: string | null
      /** Why the service did it by itself. */
      cause: Cause | null
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
      /** Empty where a file stands for itself. */
      body: string
      /** A photo or a sound that came with it. */
      file: FileOfMessage | null
      readAt: Date | null
      name: string | null
    }
  | { kind: 'reply'; at: Date; reply: Answer; rating: Rating | null }

/**
 * What the worker reads: shown events, messages, signed answers; roles, never names. Oldest first; all of it, or a
 * part with one message and one event more, where there are more.
 */
export async function historyForWorker(
  { db }: Pick<Scene, 'db'>,
  subject: Read,
  part?: Part,
): Promise<Entry[]> {
  const { events, thread, answers } = await readRows(
    subject,
    await rowsOf(db, subject.case.id, 'worker', part),
  )
  return inOrder([
    ...events.map((event) =>
      entryOf({ ...event, reason: reasonForWorker(event), name: null, staffId: null }),
    ),
    ...thread.map((row) => messageOf(row, null)),
    ...answers.filter(isSigned).map(({ reply, rating }) => replyOf(reply, rating)),
  ])
}

/**
 * What the union reads: everything, with names. Oldest first. Names that the page has already, by id, are
 * not looked up again: those of the reader and of the handler stand at most events.
 */
export async function historyForStaff(
  { db }: Pick<Scene, 'db'>,
  subject: Read,
  known: ReadonlyMap<string, string> = new Map(),
  part?: Part,
): Promise<Entry[]> {
  const rows = await rowsOf(db, subject.case.id, [...known.keys()], part)
  const { events, thread, answers } = await readRows(subject, rows)
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

type Rows = Awaited<ReturnType<typeof readRows>>
type Read = Pick<Subject, 'case' | 'cipher'>

/** The same, with the words as they were written. */
async function readRows({ cipher }: Read, rows: Awaited<ReturnType<typeof rowsOf>>) {
  const [events, thread, answers] = await Promise.all([
    Promise.all(rows.events.map(async (event) => ({ ...event, reason: await wordsOf(cipher, event) }))),
    Promise.all(
      rows.thread.map(async (row) => ({
        ...row,
        body: await cipher.decrypt(messages.body, row.id, row.body),
      })),
    ),
    Promise.all(rows.answers.map(async (row) => ({ ...row, reply: await readReply(cipher, row.reply) }))),
  ])
  return { events, thread, answers }
}

/** His own words are always his to read. */
function reasonForWorker({ reasonShown, actor, reason }: Rows['events'][number]): string | null {
  return reasonShown || actor === 'worker' ? reason : null
}

function entryOf({ id: _, ...event }: Rows['events'][number]): Entry {
  return { kind: 'event', ...event, action: event.action as Action, cause: event.cause as Cause | null }
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
