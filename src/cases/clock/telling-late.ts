import { and, eq, inArray, sql } from 'drizzle-orm'
import { inBatch } from '../../db/batch.ts'
import type { Db } from '../../db/client.ts'
import { notices } from '../../db/tables/notices.ts'
import { isLateAndUntold, markTold } from '../../engine/late.ts'
import { type NewNotice, noticeRows } from '../../notices/writing.ts'
import { administratorsOfAll } from '../../orgs/administering.ts'
import type { Scene } from '../../orgs/scene.ts'
import { dayIn } from '../../orgs/zone.ts'
import { personSees } from '../sight.ts'

/** How many overdue cases a run tells people about; the rest waits for the next hour. */
const slice = 60

/** A case and one person to be told of it, or nobody. */
interface Untold {
  id: string
  number: number
  danger: number
  staffId: string | null
}

interface Told extends Omit<NewNotice, 'data'> {
  caseId: string
  rows: Untold[]
}

/**
 * Tells the next human being of each case on which a duty is newly late: its handler, or those who hold its
 * role where it waits; where there is none, the federation's administrators (an alarm). One notice a person
 * and local day; who has had his today hears of the rest tomorrow, except where there is danger. Answers how
 * many.
 */
export async function tellOverdue(scene: Scene): Promise<number> {
  const { db, rules, now } = scene
  const untold = await untoldCases(db, now)
  if (untold.length === 0) return 0
  const day = dayIn(rules.settings.zone, now)
  const admins = untold.some((row) => row.staffId === null) ? await administratorsOfAll(db) : []
  const people = [...new Set([...admins, ...untold.flatMap(({ staffId }) => staffId ?? [])])]
  const told = noticesOf(untold, admins, day, await toldOn(db, day, people))
  if (told.length === 0) return 0
  const done = new Set(told.flatMap(({ rows }) => rows.map(({ id }) => id)))
  await inBatch(db, [...noticeRows(scene, told.map(withData)), markTold(db, now, [...done])])
  return told.length
}

/** Cases with a late duty of which nobody was told yet, each with everybody who is to be told; without a person, once. */
function untoldCases(db: Db, now: Date): Promise<Untold[]> {
  return db.all<Untold>(sql`
    with late as (
      select cases.id, min(d.due_at) as due_at from duties d join cases on cases.id = d.case_id
      where ${isLateAndUntold(now)} group by cases.id
      order by cases.danger desc, min(d.due_at) limit ${slice})
    select cases.id, cases.number, cases.danger, s.id as staffId
    from late join cases on cases.id = late.id
      left join staff s on s.active = 1 and ${personSees(sql`s.id`)} and (
        s.id = cases.holder_id or (cases.holder_id is null and s.id in (
          select g.staff_id from role_grants g
          where g.role = cases.holder_role and g.org_id = cases.holder_org_id)))
    order by cases.danger desc, late.due_at, cases.number`)
}

/** Who had his notice of the day, as keys of `keyOf`. */
async function toldOn(db: Db, day: string, people: string[]): Promise<Set<string>> {
  const rows = await db
    .select({ kind: notices.kind, staffId: notices.staffId, caseId: notices.caseId })
    .from(notices)
    .where(
      and(
        sql`${notices.staffId} in (select value from json_each(${JSON.stringify(people)}))`,
        inArray(notices.kind, ['overdue', 'alarm']),
        eq(notices.event, day),
      ),
    )
  return new Set(rows.map(keyOf))
}

function noticesOf(untold: Untold[], admins: string[], day: string, told: Set<string>): Told[] {
  const found = new Map<string, Told>()
  for (const row of untold) {
    const kind = row.staffId === null ? ('alarm' as const) : ('overdue' as const)
    for (const staffId of row.staffId === null ? admins : [row.staffId]) {
      const notice = { kind, staffId, event: day, caseId: row.danger ? row.id : '' }
      const key = keyOf(notice)
      if (told.has(key)) continue
      const one = found.get(key) ?? { ...notice, rows: [] }
      one.rows.push(row)
      found.set(key, one)
    }
  }
  return [...found.values()]
}

function keyOf({ kind, staffId, caseId }: Pick<Told, 'kind' | 'staffId' | 'caseId'>): string {
  return `${kind} ${staffId} ${caseId}`
}

function withData({ rows, ...notice }: Told): NewNotice {
  const cases = rows.map(({ id, number }) => ({ id, number }))
  return { ...notice, data: notice.kind === 'alarm' ? { why: 'nobody', cases } : { cases } }
}
