import { and, eq, gte, isNotNull, isNull, lt, sql } from 'drizzle-orm'
import { type Reach, withinReach } from '../../cases/sight.ts'
import type { Db } from '../../db/client.ts'
import { cases } from '../../db/tables/cases.ts'
import { organisations } from '../../db/tables/orgs.ts'
import { type Bilingual, type Category, type State, states } from '../../db/vocabulary.ts'
import { answerCounts, contactCounts } from '../../figures/counting.ts'
import type { RateCounts } from '../../figures/rates.ts'
import type { DigestWeek } from './week.ts'

/** What a week has to tell within one reach: counts only. */
export interface DigestFigures {
  filed: number
  open: { state: State; count: number }[]
  dueThisWeek: number
  /** What workers wrote and nobody has read. */
  unread: number
  overdue: number
  /** How many are under supervision, and for how many days the longest of them. */
  supervised: number
  supervisedDays: number
  /** Where most of the overdue ones are. */
  overdueBy: { id: string; org: Bilingual; count: number }[]
  rates: RateCounts
  /** Filed in the week, and in the four weeks before it. */
  categories: { category: Category; week: number; before: number }[]
}

const listed = 8
const fourWeeks = 28 * 86_400_000

/** Counts with five statements of one batch: the week is that of the digest, what is open is so now. */
export async function countFor(db: Db, reach: Reach, week: DigestWeek, now: Date): Promise<DigestFigures> {
  const within = withinReach(reach)
  const [filed, open, [contacts], [answers], [messages]] = await db.batch([
    filedByCategory(db, week, within),
    openByOrganisation(db, week, now, within),
    contactCounts(db, week, within),
    answerCounts(db, week, within),
    unreadCount(db, within),
  ])
  return {
    filed: filed.reduce((sum, row) => sum + row.week, 0),
    open: openStates(open),
    dueThisWeek: open.reduce((sum, row) => sum + row.dueSoon, 0),
    overdue: open.reduce((sum, row) => sum + row.overdue, 0),
    supervised: open.reduce((sum, row) => sum + row.supervised, 0),
    supervisedDays: Math.max(0, ...open.map((row) => daysSince(row.supervisedSince, now))),
    unread: messages?.count ?? 0,
    overdueBy: overdueOrganisations(open),
    rates: { ...unknown, ...contacts, ...answers },
    categories: filed
      .filter((row) => row.week > 0)
      .sort((a, b) => b.week - a.week || b.before - a.before)
      .slice(0, listed),
  }
}

/** Whether there is nothing to write about. */
export function isEmpty({ filed, open, unread, rates }: DigestFigures): boolean {
  return filed === 0 && open.length === 0 && unread === 0 && rates.contactsDue === 0 && rates.rated === 0
}

const unknown: RateCounts = {
  contactsDue: 0,
  contactsInTime: 0,
  rated: 0,
  solved: 0,
  partly: 0,
  satisfied: 0,
}

function filedByCategory(db: Db, week: DigestWeek, within: ReturnType<typeof withinReach>) {
  const inWeek = gte(cases.createdAt, week.from)
  return db
    .select({
      category: cases.category,
      week: sql<number>`sum(${inWeek})`,
      before: sql<number>`sum(not ${inWeek})`,
    })
    .from(cases)
    .where(
      and(
        gte(cases.createdAt, new Date(week.from.getTime() - fourWeeks)),
        lt(cases.createdAt, week.to),
        // What a case opened below it was filed by nobody.
        isNull(cases.parentId),
        within,
      ),
    )
    .groupBy(cases.category)
}

/** Open cases; a deadline counts while the union has the case, not while the worker has the word. */
function openByOrganisation(db: Db, week: DigestWeek, now: Date, within: ReturnType<typeof withinReach>) {
  const ours = isNotNull(cases.holderRole)
  return db
    .select({
      state: cases.state,
      orgId: cases.orgId,
      org: organisations.name,
      count: sql<number>`count(*)`,
      overdue: sql<number>`coalesce(sum(${and(ours, lt(cases.dueAt, now))}), 0)`,
      supervised: sql<number>`count(${cases.supervisedAt})`,
      supervisedSince: sql<number | null>`min(${cases.supervisedAt})`,
      dueSoon: sql<number>`coalesce(sum(${and(ours, gte(cases.dueAt, now), lt(cases.dueAt, week.end))}), 0)`,
    })
    .from(cases)
    .innerJoin(organisations, eq(organisations.id, cases.orgId))
    .where(and(isNull(cases.closedAt), within))
    .groupBy(cases.state, cases.orgId)
}

function unreadCount(db: Db, within: ReturnType<typeof withinReach>) {
  const count = sql<number>`count(*)`
  return db
    .select({ count })
    .from(cases)
    .where(and(isNotNull(cases.readBy), within))
}

type OpenRow = Awaited<ReturnType<typeof openByOrganisation>>[number]

function openStates(rows: OpenRow[]): DigestFigures['open'] {
  const counts = new Map<State, number>()
  for (const { state, count } of rows) counts.set(state, (counts.get(state) ?? 0) + count)
  const found = states.filter((state) => counts.has(state))
  return found.map((state) => ({ state, count: counts.get(state) ?? 0 }))
}

function daysSince(since: number | null, now: Date): number {
  return since === null ? 0 : Math.floor((now.getTime() - since) / 86_400_000)
}

function overdueOrganisations(rows: OpenRow[]): DigestFigures['overdueBy'] {
  const counts = new Map<string, { id: string; org: Bilingual; count: number }>()
  for (const { orgId, org, overdue } of rows) {
    const count = (counts.get(orgId)?.count ?? 0) + overdue
    if (count > 0) counts.set(orgId, { id: orgId, org, count })
  }
  return [...counts.values()].sort((a, b) => b.count - a.count).slice(0, listed)
}
