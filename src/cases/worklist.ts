import { and, eq, isNotNull, isNull, type SQL, sql } from 'drizzle-orm'
import type { Db } from '../db/client.ts'
import { cases } from '../db/tables/cases.ts'
import { type Category, states } from '../db/vocabulary.ts'
import { chairOf } from '../engine/telling.ts'
import type { Staff } from '../orgs/staff.ts'
import { byDue, byNewest, byReading, type CaseLine, type Order, type Page, pageOf } from './paging.ts'
import { processes } from './processes.ts'
import { inScope, reachOf, withinPaths } from './sight.ts'
import { isToRead } from './to-read.ts'
import { isSupervised } from './watching.ts'

export type { CaseLine, Page } from './paging.ts'

export const views = ['open', 'late', 'supervised', 'unread', ...states] as const
export type View = (typeof views)[number]

export interface Filter {
  view: View
  category?: Category | undefined
  /** One case, by its number; the view is then ignored. */
  number?: number | undefined
  after?: string | undefined
}

/** The work of a person: first what workers wrote that is his to read, then all else that waits for him. */
export interface Work extends Page {
  /** None on further pages; what is more than a page of them stands in the list of unread ones. */
  unread: CaseLine[]
}

/** What waits for this person, by due date: his own cases, those of a role of his, and what a chair decides. */
export async function myWork(
  db: Db,
  staff: Staff,
  { after, limit = 20 }: { after?: string | undefined; limit?: number },
): Promise<Work> {
  // What he was given and sees no more, for he lost his role there, is left out; the plus keeps the own index.
  const seen = withinPaths(reachOf(staff), sql`+`)
  const own = and(isNotNull(cases.holderId), eq(cases.holderId, staff.id), seen)
  const ofRoles = staff.grants.map((grant) =>
    and(isNull(cases.holderId), eq(cases.holderOrgId, grant.orgId), eq(cases.holderRole, grant.role)),
  )
  const others = [own, ...ofRoles].map((branch) => and(branch, isNull(cases.readBy)))
  const [work, unread] = await Promise.all([
    pageOf(db, staff, [...others, ...extensionsAsked(staff)], byDue, after, limit),
    after === undefined ? unreadOf(db, staff, limit) : [],
  ])
  return { ...work, unread }
}

/** For a chair the cases whose handler asked him for more time; none for anybody else. */
function extensionsAsked({ id, grants }: Staff): SQL[] {
  const chairs = grants.filter(({ role }) => role === 'chair').map(({ orgId }) => orgId)
  if (chairs.length === 0) return []
  const { from } = processes.grievance.moves.refuse_extension
  return [
    sql`cases.id in (select a.case_id from grievances a indexed by grievances_asked where a.asker_id is not null)
      and cases.handler_id = (select a.asker_id from grievances a where a.case_id = cases.id)
      and cases.handler_id <> ${id} and cases.state in ${from} and ${chairOf} in ${chairs}`,
  ]
}

/** What workers wrote that is this person's to read, the oldest first; few are marked, and only those are walked. */
async function unreadOf(db: Db, staff: Staff, limit: number): Promise<CaseLine[]> {
  const which = and(isNotNull(cases.readBy), isToRead(staff.id), withinPaths(reachOf(staff), sql`+`))
  return (await pageOf(db, staff, [which], byReading, undefined, limit)).cases
}

/** The cases of a person's scope: those that run by due date, ended ones newest first. */
export async function listCases(db: Db, staff: Staff, filter: Filter, limit = 20): Promise<Page> {
  const order = orderOf(filter)
  const chosen =
    filter.number !== undefined ? eq(cases.number, filter.number) : and(inView(filter), ofCategory(filter))
  // The unary plus keeps the look-up of one number, and of an open state or the supervised, on an index of its own.
  const plain = filter.number !== undefined || isRunning(filter.view) ? sql`+` : sql``
  const branches = reachOf(staff).paths.map((path) => and(inScope(path, plain), chosen))
  return pageOf(db, staff, branches, order, filter.after, limit)
}

function orderOf({ view, number }: Filter): Order {
  if (view === 'unread' && number === undefined) return byReading
  return isEnded(view) ? byNewest : byDue
}

function inView({ view }: Filter): SQL | undefined {
  switch (view) {
    case 'open':
      return isNull(cases.closedAt)
    case 'late':
      // As its index says it, so that it is found.
      return and(isNull(cases.closedAt), sql`${cases.lamp} = 'red'`)
    case 'supervised':
      return isSupervised
    case 'unread':
      return isNotNull(cases.readBy)
    default:
      return and(isEnded(view) ? isNotNull(cases.closedAt) : isNull(cases.closedAt), eq(cases.state, view))
  }
}

function isRunning(view: View): boolean {
  return view !== 'open' && view !== 'late' && !isEnded(view)
}

function isEnded(view: View): boolean {
  return Object.values(processes).some(({ states }) => {
    const rule: { ended?: boolean } | undefined = states[view as keyof typeof states]
    return rule?.ended === true
  })
}

function ofCategory({ category, view }: Filter): SQL | undefined {
  const plain = view === 'supervised' ? sql`+` : sql``
  return category && sql`${plain}${cases.category} = ${category}`
}
