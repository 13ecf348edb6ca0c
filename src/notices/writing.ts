import { type SQL, sql } from 'drizzle-orm'
import type { Statement } from '../db/client.ts'
import { newId } from '../db/id.ts'
import { insertSelect } from '../db/insert-select.ts'
import { notices } from '../db/tables/notices.ts'
import type { NoticeKind } from '../db/vocabulary.ts'
import { deliver } from './delivering.ts'
import type { Newsroom } from './news.ts'

export interface NewNotice {
  staffId: string
  kind: NoticeKind
  /** What makes it one: a week, a day, or the event that caused it. */
  event: string
  caseId?: string
  /** What every channel words it from; counts and ids, never what names a worker. */
  data: unknown
}

/**
 * Statements that write notices and their deliveries, for the batch of their cause: two, however many they
 * are. One that is there already is passed over in silence; without `isTold` there was nothing to tell, and
 * it only notes that. `only` is SQL: whether their cause came to pass, where that is known in the batch alone.
 */
export function noticeRows(
  room: Newsroom,
  rows: NewNotice[],
  { isTold = true, only = sql`true` }: { isTold?: boolean; only?: SQL } = {},
): Statement[] {
  if (rows.length === 0) return []
  const list = JSON.stringify(rows.map((row) => ({ id: newId(room.now), caseId: '', ...row })))
  const written = insertSelect(
    room.db,
    notices,
    {
      id: sql`value ->> 'id'`,
      staffId: sql`value ->> 'staffId'`,
      caseId: sql`value ->> 'caseId'`,
      kind: sql`value ->> 'kind'`,
      event: sql`value ->> 'event'`,
      data: sql`value -> 'data'`,
      at: room.now,
    },
    sql`from json_each(${list}) where ${only}`,
  ).onConflictDoNothing()
  if (!isTold) return [written]
  room.news.waiting = true
  return [written, deliver(room, sql`n.id in (select value ->> 'id' from json_each(${list}))`)]
}
