import { and, desc, eq, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Db } from '../db/client.ts'
import { cases } from '../db/tables/cases.ts'
import { enterprises, organisations, staff as staffTable } from '../db/tables/orgs.ts'
import { contactDue } from '../engine/contact-duties.ts'
import type { Staff } from '../orgs/staff.ts'
import { knownTo, reachOf } from './sight.ts'

export type CaseLine = Awaited<ReturnType<typeof linesOf>>[number]

export interface Page {
  cases: CaseLine[]
  /** The cursor of the next page, or null at the end. */
  next: string | null
}

const day = 86_400_000

/** An order that an index serves; those of the same time by their numbers, which tell of no order. */
export interface Order {
  by: SQL[]
  time: SQL
  past: (at: number, number: number) => SQL
  /** The day that begins at an instant, and all that follows. */
  fromDay: (start: number) => SQL
  of: (line: { dueAt: Date | null; createdAt: Date; readBy: Date | null }) => number
  /** The latest first. */
  descending?: true
}

export const byDue: Order = {
  by: [sql`${cases.dueAt}`, sql`${cases.number}`],
  time: sql`${cases.dueAt}`,
  past: (at, number) => sql`(${cases.dueAt}, ${cases.number}) > (${at}, ${number})`,
  fromDay: (start) => sql`${cases.dueAt} >= ${start}`,
  of: (line) => line.dueAt?.getTime() ?? 0,
}

export const byNewest: Order = {
  by: [desc(cases.createdAt), desc(cases.number)],
  time: sql`${cases.createdAt}`,
  past: (at, number) => sql`(${cases.createdAt}, ${cases.number}) < (${at}, ${number})`,
  fromDay: (start) => sql`${cases.createdAt} < ${start + day}`,
  of: (line) => line.createdAt.getTime(),
  descending: true,
}

/** By when what a worker wrote is to be read. */
export const byReading: Order = {
  by: [sql`${cases.readBy}`, sql`${cases.number}`],
  time: sql`${cases.readBy}`,
  past: (at, number) => sql`(${cases.readBy}, ${cases.number}) > (${at}, ${number})`,
  fromDay: (start) => sql`${cases.readBy} >= ${start}`,
  of: (line) => line.readBy?.getTime() ?? 0,
}

/** One branch for each index to be walked; every branch reads a page at most, then they are merged. */
export async function pageOf(
  db: Db,
  staff: Staff,
  branches: (SQL | undefined)[],
  order: Order,
  after: string | undefined,
  limit: number,
): Promise<Page> {
  if (branches.length === 0) return { cases: [], next: null }
  const past = await pastCursor(db, order, after)
  const pages = await Promise.all(
    branches.map((branch) => linesOf(db, and(branch, past, knownTo(reachOf(staff))), order, limit + 1)),
  )
  const once = new Map(pages.flat().map((line) => [line.id, line]))
  const sign = order.descending ? -1 : 1
  const merged = [...once.values()].toSorted(
    (a, b) => sign * (order.of(a) - order.of(b) || a.number - b.number),
  )
  const shown = merged.slice(0, limit)
  const last = shown.at(-1)
  return { cases: shown, next: merged.length > limit && last ? cursorOf(order, last) : null }
}

function linesOf(db: Db, where: SQL | undefined, order: Order, limit: number) {
  const holder = alias(organisations, 'holder')
  return db
    .select({
      id: cases.id,
      number: cases.number,
      category: cases.category,
      mode: cases.mode,
      secrecy: cases.secrecy,
      state: cases.state,
      lamp: cases.lamp,
      dutyKind: cases.dutyKind,
      dueAt: cases.dueAt,
      provisional: cases.provisional,
      createdAt: cases.createdAt,
      readBy: cases.readBy,
      merged: sql<number>`(select count(*) from grievances g where g.merged_into_id = cases.id)`,
      closingLabel: cases.closingLabel,
      danger: cases.danger,
      anonymous: cases.anonymous,
      extended: cases.extended,
      supervisedAt: cases.supervisedAt,
      closedAt: cases.closedAt,
      holderRole: cases.holderRole,
      holderOrgId: cases.holderOrgId,
      holderId: cases.holderId,
      holderName: staffTable.name,
      holderOrgName: holder.name,
      contactDue,
      orgName: organisations.name,
      enterpriseName: enterprises.name,
    })
    .from(cases)
    .leftJoin(organisations, eq(organisations.id, cases.orgId))
    .leftJoin(enterprises, eq(enterprises.id, cases.enterpriseId))
    .leftJoin(holder, eq(holder.id, cases.holderOrgId))
    .leftJoin(staffTable, eq(staffTable.id, cases.holderId))
    .where(where)
    .orderBy(...order.by)
    .limit(limit)
}

/** Any minute leaves all of these, so that one tells none. */
const remainders = 997

/** It stands in an address, and so names the last case shown and its day: no minute, and no count of rows. */
function cursorOf(order: Order, last: CaseLine): string {
  return `${markOf(order.of(last))}.${last.id}`
}

function markOf(at: number): string {
  return `${Math.floor(at / day)}.${at % remainders}`
}

/** SQL: what follows after a cursor. If its case was moved meanwhile, its whole day is shown again. */
async function pastCursor(db: Db, order: Order, cursor: string | undefined): Promise<SQL | undefined> {
  const [, mark, on, id] = /^((\d{1,7})\.\d{1,3})\.([\w-]{1,64})$/.exec(cursor ?? '') ?? []
  if (id === undefined) return undefined
  const [last] = await db
    .select({ at: sql<number | null>`${order.time}`, number: cases.number })
    .from(cases)
    .where(eq(cases.id, id))
  if (last?.at && markOf(last.at) === mark) return order.past(last.at, last.number)
  return order.fromDay(Number(on) * day)
}
