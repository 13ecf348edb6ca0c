import { asc, sql } from 'drizzle-orm'
import { auditActions } from '../../db/audit-actions.ts'
import type { Db } from '../../db/client.ts'
import { staff } from '../../db/tables/orgs.ts'
import { addDays } from '../../orgs/calendar.ts'
import { instantIn } from '../../orgs/zone.ts'
import { readDay } from '../../typed/day.ts'
import type { LogFilter } from './log-rows.ts'

/** What an address of the log asks for, and how it was typed. */
export interface AskedLog {
  filter: LogFilter
  typed: { action: string; who: string; day: string }
  /** The people who are called so, where that is not one. */
  called: { name: string; email: string }[] | null
  isNoDay: boolean
}

/** Of so many people one can be chosen. */
const mostCalled = 10

export async function readAskedLog(db: Db, zone: string, asked: Record<string, string>): Promise<AskedLog> {
  const typed = {
    action: asked.action ?? '',
    who: (asked.who ?? '').normalize('NFKC').trim().slice(0, 200),
    day: (asked.day ?? '').trim(),
  }
  const people = typed.who ? await peopleCalled(db, typed.who) : []
  const meant = people.length === 1 ? people[0] : people.find(({ email }) => email === typed.who)
  const span = typed.day ? spanOf(zone, typed.day) : undefined
  return {
    filter: {
      action: auditActions.find((it) => it === typed.action),
      staffId: meant?.id,
      span: span ?? undefined,
      before: asked.before,
    },
    typed,
    called: typed.who && !meant ? people : null,
    isNoDay: span === null,
  }
}

async function peopleCalled(db: Db, who: string) {
  const { id, name, email } = staff
  return await db
    .select({ id, name, email })
    .from(staff)
    .where(sql`instr(lower(${name} || ' ' || ${email}), ${who.toLowerCase()}) > 0`)
    .orderBy(asc(email))
    .limit(mostCalled)
}

/** A day, or a month where no day was typed; null where it is neither. */
function spanOf(zone: string, typed: string): LogFilter['span'] | null {
  const read = readDay({ year: typed, month: '', day: '' })
  if (!read.ok) return null
  const isMonth = read.day.length === 7
  const first = isMonth ? `${read.day}-01` : read.day
  const after = isMonth ? `${addDays(first, 31).slice(0, 7)}-01` : addDays(first, 1)
  return { from: instantIn(zone, first), to: instantIn(zone, after) }
}
