import { and, desc, eq, isNotNull, isNull, type SQL, sql } from 'drizzle-orm'
import type { Db } from '../db/client.ts'
import { cases, recusals } from '../db/tables/cases.ts'
import { enterprises, organisations } from '../db/tables/orgs.ts'
import { type Category, states } from '../db/vocabulary.ts'
import { covers, type Staff } from '../orgs/staff.ts'

export const views = ['open', 'late', ...states] as const
export type View = (typeof views)[number]

export interface Filter {
  view: View
  category?: Category | undefined
  /** One case, by its number; the view is then ignored. */
  number?: number | undefined
  after?: string | undefined
}

export type CaseLine = Awaited<ReturnType<typeof linesOf>>[number]

export interface Page {
  cases: CaseLine[]
  /** The cursor of the next page, or null at the end. */
  next: string | null
}

/** What waits for this person, by due date: his own cases and those that wait for a role he holds. */
export async function myWork(
  db: Db,
  staff: Staff,
  { after, limit = 20 }: { after?: string | undefined; limit?: number },
): Promise<Page> {
  const own = and(isNotNull(cases.holderId), eq(cases.holderId, staff.id))
  const ofRoles = staff.grants.map((grant) =>
    and(isNull(cases.holderId), eq(cases.holderOrgId, grant.orgId), eq(cases.holderRole, grant.role)),
  )
  return pageOf(db, staff, [own, ...ofRoles], byDue, after, limit)
}

/** The cases of a person's scope: open and late ones by due date, others newest first. */
export async function listCases(db: Db, staff: Staff, filter: Filter, limit = 20): Promise<Page> {
  const order = filter.view === 'open' || filter.view === 'late' ? byDue : byNewest
  const chosen =
    filter.number !== undefined ? eq(cases.number, filter.number) : and(inView(filter), ofCategory(filter))
  const branches = scopesOf(staff).map((path) => and(inScope(path, filter), chosen))
  return pageOf(db, staff, branches, order, filter.after, limit)
}

interface Order {
  column: typeof cases.dueAt | typeof cases.createdAt
  by: SQL[]
  past: (at: number, row: number) => SQL
  of: (line: { dueAt: Date | null; createdAt: Date }) => number
}

const byDue: Order = {
  column: cases.dueAt,
  by: [sql`${cases.dueAt}`, sql`cases.rowid`],
  past: (at, row) => sql`(${cases.dueAt}, cases.rowid) > (${at}, ${row})`,
  of: (line) => line.dueAt?.getTime() ?? 0,
}

const byNewest: Order = {
  column: cases.createdAt,
  by: [desc(cases.createdAt), sql`cases.rowid desc`],
  past: (at, row) => sql`(${cases.createdAt}, cases.rowid) < (${at}, ${row})`,
  of: (line) => line.createdAt.getTime(),
}

/** One branch for each index to be walked; every branch reads a page at most, then they are merged. */
async function pageOf(
  db: Db,
  staff: Staff,
  branches: (SQL | undefined)[],
  order: Order,
  after: string | undefined,
  limit: number,
): Promise<Page> {
  if (branches.length === 0) return { cases: [], next: null }
  const cursor = readCursor(after)
  const past = cursor ? order.past(cursor.at, cursor.row) : undefined
  const pages = await Promise.all(
    branches.map((branch) => linesOf(db, and(branch, past, visibleTo(staff)), order, limit + 1)),
  )
  const once = new Map(pages.flat().map((line) => [line.id, line]))
  const sign = order === byDue ? 1 : -1
  const merged = [...once.values()].toSorted((a, b) => sign * (order.of(a) - order.of(b) || a.row - b.row))
  const shown = merged.slice(0, limit)
  const last = shown.at(-1)
  return { cases: shown, next: merged.length > limit && last ? `${order.of(last)}.${last.row}` : null }
}

function linesOf(db: Db, where: SQL | undefined, order: Order, limit: number) {
  return db
    .select({
      row: sql<number>`cases.rowid`,
      id: cases.id,
      number: cases.number,
      category: cases.category,
      mode: cases.mode,
      secrecy: cases.secrecy,
      state: cases.state,
      lamp: cases.lamp,
      dueAt: cases.dueAt,
      provisional: cases.provisional,
      createdAt: cases.createdAt,
      closingLabel: cases.closingLabel,
      danger: cases.danger,
      workers: cases.workers,
      extended: cases.extended,
      supervisedAt: cases.supervisedAt,
      contactedAt: cases.contactedAt,
      holderRole: cases.holderRole,
      orgName: organisations.name,
      enterpriseName: enterprises.name,
    })
    .from(cases)
    .leftJoin(organisations, eq(organisations.id, cases.orgId))
    .leftJoin(enterprises, eq(enterprises.id, cases.enterpriseId))
    .where(where)
    .orderBy(...order.by)
    .limit(limit)
}

/** Strict cases only for those named for their category, and none from which a person stands aside. */
function visibleTo(staff: Staff): SQL | undefined {
  const named = staff.nominatedFor
  return and(
    named.length > 0
      ? sql`(${cases.secrecy} <> 'strict' or ${cases.category} in ${named})`
      : sql`${cases.secrecy} <> 'strict'`,
    sql`not exists (select 1 from ${recusals} where ${recusals.staffId} = ${staff.id} and ${recusals.caseId} = ${cases.id})`,
  )
}

/** The organisations a person reads cases of, without those that lie below another one. */
function scopesOf(staff: Staff): string[] {
  const paths = staff.grants
    .filter((grant) => grant.role !== 'administrator' && grant.role !== 'auditor')
    .map((grant) => grant.orgPath)
  return [...new Set(paths)].filter((path) => !paths.some((above) => above !== path && covers(above, path)))
}

function inScope(path: string, { number }: Filter): SQL | undefined {
  if (path.length === 4) return undefined
  // The unary plus keeps the look-up of one number on the number's own index.
  const plain = number === undefined ? sql`` : sql`+`
  if (path.length === 8) return sql`${plain}${cases.townshipPath} = ${path}`
  const union = sql`${plain}${cases.unionPath} = ${path.slice(0, 12)}`
  return path.length === 12 ? union : and(union, sql`substr(${cases.orgPath}, 1, ${path.length}) = ${path}`)
}

function inView({ view }: Filter): SQL | undefined {
  switch (view) {
    case 'open':
      return isNull(cases.closedAt)
    case 'late':
      return and(isNull(cases.closedAt), eq(cases.lamp, 'red'))
    default:
      return eq(cases.state, view)
  }
}

function ofCategory({ category }: Filter): SQL | undefined {
  return category && eq(cases.category, category)
}

function readCursor(after: string | undefined): { at: number; row: number } | null {
  const match = /^(\d{1,15})\.(\d{1,15})$/.exec(after ?? '')
  return match ? { at: Number(match[1]), row: Number(match[2]) } : null
}
