import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Db } from '../db/client.ts'
import { deliveryRows } from '../db/outbox.ts'
import { cases } from '../db/tables/cases.ts'
import { deliveries } from '../db/tables/mail.ts'
import type { Role } from '../db/vocabulary.ts'
import { dayIn } from '../orgs/zone.ts'
import { nearestWith, ownPlace } from './holders.ts'
import type { Scene } from './moving.ts'
import { type AlarmData, administrators, maySeeIt, type OverdueData, type Person } from './notices.ts'
import { superviseWhere } from './supervising.ts'

export { lapse } from './lapsing.ts'
export { recount } from './recounting.ts'

/** How many overdue cases a run tells people about; the rest waits for the next hour. */
const slice = 60

/**
 * Marks the lamps of cases that the union has: red past the deadline, amber near it. Two updates by an
 * index; only cases whose lamp changes are read.
 */
export async function markLamps(db: Db, now: Date): Promise<void> {
  const at = now.getTime()
  await db.batch([
    db
      .update(cases)
      .set({ lamp: 'red' })
      .where(and(inArray(cases.lamp, ['green', 'amber']), sql`${cases.dueAt} < ${at}`, isOurs)),
    db
      .update(cases)
      .set({ lamp: 'amber' })
      .where(and(eq(cases.lamp, 'green'), sql`${cases.amberAt} <= ${at}`, isOurs)),
  ])
}

const isOurs = and(isNull(cases.closedAt), sql`${cases.holderRole} is not null`)

/**
 * Starts supervision where a deadline passed, half of the time went by without a note, or nobody wrote to
 * the worker in time. To be run before `markLamps`, which it takes as the mark of what it has seen.
 */
export async function superviseLate(scene: Scene): Promise<void> {
  const at = scene.now.getTime()
  const overdue = sql`lamp in ('green', 'amber') and due_at < ${at} and closed_at is null and holder_role is not null`
  const silent = sql`half_at <= ${at} and half_at is not null and closed_at is null`
  const unmet = sql`contact_due_at < ${at} and contacted_at is null and closed_at is null`
  await scene.db.batch([
    ...superviseWhere(scene, overdue, 'overdue'),
    ...superviseWhere(scene, silent, 'silence'),
    scene.db.update(cases).set({ halfAt: null }).where(sql`half_at <= ${at} and half_at is not null`),
    ...superviseWhere(scene, unmet, 'no_contact'),
  ])
}

/** Finds a place for cases that nobody had, as soon as somebody holds the role. */
export async function findHolders({ db }: Scene): Promise<void> {
  await db
    .update(cases)
    .set({ holderOrgId: nearestWith(sql`cases.holder_role`, ownPlace) })
    .where(sql`holder_id is null and holder_org_id is null and holder_role in ${waiting}`)
}

/** The roles for which a case waits until one of their people takes it. */
const waiting: Role[] = ['duty_officer', 'department_head', 'deputy_chair', 'chair']

interface Untold {
  id: string
  number: number
  danger: number
  email: string | null
  locale: Person['locale'] | null
}

/**
 * Tells the next human being of each newly red case: its handler, or those who hold its role where it
 * waits; where there is none, the federation's administrators (an alarm). One mail a person and local
 * day; who has had his today hears of the rest tomorrow, except where there is danger.
 */
export async function tellOverdue(scene: Scene): Promise<number> {
  const { db, rules, now } = scene
  const day = dayIn(rules.settings.zone, now)
  const untold = await untoldCases(db)
  if (untold.length === 0) return 0
  const admins = untold.some((row) => row.email === null) ? await administrators(db) : []
  const told = await toldOn(db, day, [...untold, ...admins])
  const mails = new Map<
    string,
    { person: Person; kind: 'overdue' | 'alarm'; period: string; rows: Untold[] }
  >()
  const done = new Set<string>()
  for (const row of untold) {
    const kind = row.email === null ? 'alarm' : 'overdue'
    const people = row.email && row.locale ? [{ email: row.email, locale: row.locale }] : admins
    for (const person of people) {
      const period = row.danger ? `${day}:${row.id}` : day
      if (told.has(`${kind} ${person.email} ${period}`)) continue
      const key = `${kind} ${person.email} ${period}`
      const mail = mails.get(key) ?? { person, kind, period, rows: [] }
      mail.rows.push(row)
      mails.set(key, mail)
      done.add(row.id)
    }
  }
  if (mails.size === 0) return 0
  const notices = [...mails.values()].map(({ person, kind, period, rows }) => {
    const list = rows.map(({ id, number }) => ({ id, number }))
    const data: OverdueData | AlarmData = kind === 'alarm' ? { why: 'nobody', cases: list } : { cases: list }
    return { kind, period, data, recipient: person.email, locale: person.locale }
  })
  const marked = db
    .update(cases)
    .set({ toldAt: now })
    .where(inArray(cases.id, [...done]))
  await db.batch([deliveryRows(db, now, notices), marked])
  return mails.size
}

/** Red cases of which nobody was told yet, each with everybody who is to be told; without a person, once. */
function untoldCases(db: Db): Promise<Untold[]> {
  return db.all<Untold>(sql`
    with red as (
      select * from cases where lamp = 'red' and told_at is null and closed_at is null
      order by due_at limit ${slice})
    select cases.id, cases.number, cases.danger, s.email, s.locale
    from red as cases left join staff s on s.active = 1 and ${maySeeIt} and (
      s.id = cases.holder_id or (cases.holder_id is null and s.id in (
        select g.staff_id from role_grants g where g.role = cases.holder_role and g.org_id = cases.holder_org_id)))`)
}

async function toldOn(db: Db, day: string, people: { email: string | null }[]): Promise<Set<string>> {
  const emails = JSON.stringify([...new Set(people.map(({ email }) => email))])
  const rows = await db
    .select({ kind: deliveries.kind, recipient: deliveries.recipient, period: deliveries.period })
    .from(deliveries)
    .where(
      and(
        inArray(deliveries.kind, ['overdue', 'alarm']),
        sql`${deliveries.recipient} in (select value from json_each(${emails}))`,
        eq(deliveries.period, day),
      ),
    )
  return new Set(rows.map(({ kind, recipient, period }) => `${kind} ${recipient} ${period}`))
}
