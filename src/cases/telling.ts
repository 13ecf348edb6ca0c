import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Db } from '../db/client.ts'
import { deliveryRows } from '../db/outbox.ts'
import { cases } from '../db/tables/cases.ts'
import { deliveries } from '../db/tables/mail.ts'
import type { Locale } from '../db/vocabulary.ts'
import { dayIn } from '../orgs/zone.ts'
import type { Scene } from './moving.ts'
import { type AlarmData, administrators, maySeeIt, type OverdueData, type Person } from './notices.ts'

/** How many overdue cases a run tells people about; the rest waits for the next hour. */
const slice = 60

/** A case and one person to be told of it, or no person. */
interface Untold {
  id: string
  number: number
  danger: number
  email: string | null
  locale: Locale | null
}

interface Mail {
  person: Person
  kind: 'overdue' | 'alarm'
  period: string
  rows: Untold[]
}

/**
 * Tells the next human being of each newly red case: its handler, or those who hold its role where it
 * waits; where there is none, the federation's administrators (an alarm). One mail a person and local
 * day; who has had his today hears of the rest tomorrow, except where there is danger. Answers how many.
 */
export async function tellOverdue(scene: Scene): Promise<number> {
  const { db, rules, now } = scene
  const untold = await untoldCases(db)
  if (untold.length === 0) return 0
  const day = dayIn(rules.settings.zone, now)
  const admins = untold.some((row) => row.email === null) ? await administrators(db) : []
  const mails = mailsOf(untold, admins, day, await toldOn(db, day, [...untold, ...admins]))
  if (mails.length === 0) return 0
  const done = new Set(mails.flatMap(({ rows }) => rows.map(({ id }) => id)))
  const marked = db
    .update(cases)
    .set({ toldAt: now })
    .where(inArray(cases.id, [...done]))
  await db.batch([deliveryRows(db, now, mails.map(deliveryOf)), marked])
  return mails.length
}

/** Red cases of which nobody was told yet, each with everybody who is to be told; without a person, once. */
function untoldCases(db: Db): Promise<Untold[]> {
  return db.all<Untold>(sql`
    with red as (
      select * from cases where lamp = 'red' and told_at is null and closed_at is null
      order by danger desc, due_at limit ${slice})
    select cases.id, cases.number, cases.danger, s.email, s.locale
    from red as cases left join staff s on s.active = 1 and ${maySeeIt} and (
      s.id = cases.holder_id or (cases.holder_id is null and s.id in (
        select g.staff_id from role_grants g where g.role = cases.holder_role and g.org_id = cases.holder_org_id)))`)
}

/** Who had his mail of the day, as keys of `keyOf`. */
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
  return new Set(rows.map(({ kind, recipient, period }) => keyOf(kind, recipient, period)))
}

function mailsOf(untold: Untold[], admins: Person[], day: string, told: Set<string>): Mail[] {
  const mails = new Map<string, Mail>()
  for (const row of untold) {
    const { email, locale } = row
    const kind = email === null ? 'alarm' : 'overdue'
    const period = row.danger ? `${day}:${row.id}` : day
    for (const person of email && locale ? [{ email, locale }] : admins) {
      const key = keyOf(kind, person.email, period)
      if (told.has(key)) continue
      const mail = mails.get(key) ?? { person, kind, period, rows: [] }
      mail.rows.push(row)
      mails.set(key, mail)
    }
  }
  return [...mails.values()]
}

function keyOf(kind: string, email: string, period: string): string {
  return `${kind} ${email} ${period}`
}

function deliveryOf({ person, kind, period, rows }: Mail) {
  const list = rows.map(({ id, number }) => ({ id, number }))
  const data: OverdueData | AlarmData = kind === 'alarm' ? { why: 'nobody', cases: list } : { cases: list }
  return { kind, period, data, recipient: person.email, locale: person.locale }
}
