import { and, eq, inArray, isNull, lte, type SQL, sql } from 'drizzle-orm'
import { messages } from '../../db/tables/cases.ts'
import { ours } from '../../engine/lengths.ts'
import type { Case, Change } from '../../engine/process.ts'
import type { Scene } from '../../orgs/scene.ts'
import type { FiledEffect } from './subject.ts'

/** How long a message of the worker may wait until somebody of the union has read it. */
const readWithin = '2wd'

/** The mark of a case whose worker wrote: by when that is to be read; it stays with the oldest that is not. */
export function unreadSince({ rules, now }: Scene, it: Case): NonNullable<Change['case']> {
  const length = it.danger ? rules.settings.targets.danger : readWithin
  const { dueAt } = ours(length, now, rules)
  return marked(sql`coalesce(cases.read_by, ${dueAt.getTime()})`)
}

/** Somebody of the union has read what the worker wrote until now, or these messages of it. */
export const readMessages: FiledEffect = (scene, { case: it }, input) =>
  readUntilNow(scene, it, input.messages)

/** The same of a change that answers him; nothing where nothing waits. */
export function readUntilNow({ db, now }: Scene, it: Case, ids?: readonly string[]): Change {
  if (it.readBy === null) return {}
  const his = and(eq(messages.caseId, it.id), eq(messages.fromWorker, true), isNull(messages.readAt))
  return {
    also: [
      db
        .update(messages)
        .set({ readAt: now })
        .where(and(his, ids ? inArray(messages.id, ids) : lte(messages.at, now))),
    ],
    case: marked(sql`cases.read_by`),
  }
}

/** The date as long as anything of his is unread, as the batch finds it. */
function marked(date: SQL): NonNullable<Change['case']> {
  return {
    readBy: sql`case when exists (select 1 from messages m
      where m.case_id = cases.id and m.from_worker = 1 and m.read_at is null) then ${date} end` as never,
  }
}
