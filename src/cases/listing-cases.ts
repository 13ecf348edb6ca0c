import { and, eq, gte, isNotNull, isNull, or, type SQL, sql } from 'drizzle-orm'
import type { Db } from '../db/client.ts'
import { cases } from '../db/tables/cases.ts'
import { type Category, type State, states } from '../db/vocabulary.ts'
import type { Staff } from '../orgs/staff.ts'
import { covers, isFederation, levelOf, lineage } from '../orgs/tree.ts'
import { byDue, byNewest, byReading, type Order, type Page, pageOf } from './paging.ts'
import { processes } from './processes.ts'
import { inScope, reachOf } from './sight.ts'
import { isSupervised } from './watching.ts'
import { toSign } from './worklist.ts'

/** Ways to look at the cases of one's scope that are no state. */
export const ownViews = ['open', 'new', 'unread', 'late', 'supervised', 'danger', 'mine', 'to_sign'] as const
export const views = [...ownViews, ...states] as const
export type View = (typeof views)[number]

export interface Filter {
  view: View
  category?: Category | undefined
  /** One case, by its number; all else is then ignored. */
  number?: number | undefined
  /** The cases of one employer, by where its union is. */
  employer?: { id: string; path: string } | undefined
  /** At one organisation and below it, or at it alone. */
  under?: { path: string; alone: boolean } | undefined
  /** From when on a case is new. */
  since?: Date | undefined
  after?: string | undefined
}

/** The cases of a person's scope: those that run by due date, new and ended ones newest first. */
export function listCases(db: Db, staff: Staff, filter: Filter, limit = 20): Promise<Page> {
  return pageOf(db, staff, branchesOf(staff, filter), orderOf(filter), filter.after, limit)
}

function branchesOf(staff: Staff, filter: Filter): (SQL | undefined)[] {
  const { number, view, employer, category } = filter
  // The unary plus keeps the index of the view, or of what is looked up, from giving way to that of a scope.
  const plain = hasOwnIndex(filter) ? sql`+` : sql``
  if (number !== undefined)
    return reachOf(staff).paths.map((path) => and(inScope(path, plain), eq(cases.number, number)))
  const scopes = scopesOf(staff, filter, plain)
  const chosen = and(
    category && sql`${plain}${cases.category} = ${category}`,
    employer && sql`${isEnded(view) ? sql`` : sql`+`}${cases.enterpriseId} = ${employer.id}`,
  )
  if (view === 'to_sign') {
    const within = scopes.length > 0 ? or(...scopes.map((scope) => scope ?? sql`true`)) : sql`false`
    return toSign(staff).map((branch) => and(branch, within, chosen))
  }
  return scopes.map((scope) => and(scope, inView(staff, filter), chosen))
}

/** The scopes to be walked, one by one: the person's own, as far as they lie within what he asks for. */
function scopesOf(staff: Staff, { view, employer, under }: Filter, plain: SQL): (SQL | undefined)[] {
  const { paths } = reachOf(staff)
  // Cases of an employer are with its own union or with one above: few places, walked for what is open there.
  if (employer && !isEnded(view))
    return lineage(employer.path)
      .filter((place) => paths.some((path) => covers(path, place)))
      .map((place) => exactlyAt(place, plain))
  if (!under || employer) return paths.map((path) => inScope(path, plain))
  const isWithin = paths.some((path) => covers(path, under.path))
  if (under.alone) return isWithin ? [exactlyAt(under.path, plain)] : []
  const asked = isWithin ? [under.path] : paths.filter((path) => covers(under.path, path))
  return asked.map((path) => inScope(path, plain))
}

/** SQL over `cases`: at this very organisation, by the index of its scope; `plain` as for `inScope`. */
function exactlyAt(path: string, plain = sql``): SQL {
  if (isFederation(path)) return sql`${plain}${cases.townshipPath} = ${path}`
  const union = sql`${plain}${cases.unionPath} = ${path.slice(0, 12)}`
  return levelOf(path) === 2 ? union : sql`${union} and ${cases.orgPath} = ${path}`
}

function orderOf({ view, number }: Filter): Order {
  if (view === 'unread' && number === undefined) return byReading
  return isEnded(view) || view === 'new' ? byNewest : byDue
}

function inView(staff: Staff, { view, since }: Filter): SQL | undefined {
  switch (view) {
    case 'open':
    case 'to_sign':
      return isNull(cases.closedAt)
    case 'new':
      return and(isNull(cases.closedAt), since && gte(cases.createdAt, since))
    // As their indexes say it, so that they are found.
    case 'late':
      return and(isNull(cases.closedAt), sql`${cases.lamp} = 'red'`)
    case 'danger':
      return and(isNull(cases.closedAt), sql`${cases.danger} = 1`)
    case 'mine':
      return and(isNull(cases.closedAt), eq(cases.handlerId, staff.id))
    case 'supervised':
      return isSupervised
    case 'unread':
      return isNotNull(cases.readBy)
    default:
      return and(isEnded(view) ? isNotNull(cases.closedAt) : isNull(cases.closedAt), isIn(view))
  }
}

/** As its index says it; those in triage stand in none, and are picked on the way through their scope. */
const isIn = (state: State) =>
  and(eq(cases.state, state), state === 'triage' ? undefined : sql`state <> 'triage'`)

function hasOwnIndex({ view, number, employer }: Filter): boolean {
  if (number !== undefined) return true
  return isEnded(view) ? employer !== undefined : !['open', 'late', 'triage'].includes(view)
}

function isEnded(view: View): boolean {
  return Object.values(processes).some(({ states }) => {
    const rule: { ended?: boolean } | undefined = states[view as keyof typeof states]
    return rule?.ended === true
  })
}
