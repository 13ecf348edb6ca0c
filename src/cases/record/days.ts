import { desc, lt } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import { dayHeads } from '../../db/tables/record.ts'
import { addDays, type Day } from '../../orgs/calendar.ts'
import type { Scene } from '../../orgs/scene.ts'
import { dayIn } from '../../orgs/zone.ts'

export type Head = Pick<typeof dayHeads.$inferSelect, 'day' | 'head'>

/** The newest heads, of the days before one where that is given. */
export async function headsBefore(db: Db, before: string | undefined, limit: number): Promise<Head[]> {
  const { day, head } = dayHeads
  return db
    .select({ day, head })
    .from(dayHeads)
    .where(before ? lt(day, before) : undefined)
    .orderBy(desc(day))
    .limit(limit)
}

/** The newest one that there is. */
export async function lastHead(db: Db): Promise<Head | undefined> {
  const [last] = await headsBefore(db, undefined, 1)
  return last
}

/** The day under whose head comes what is linked now; never one that has its head, whatever the zone is by now. */
export async function openDay({ db, rules, now }: Scene): Promise<Day> {
  const last = await lastHead(db)
  const today = dayIn(rules.settings.zone, now)
  return last && last.day >= today ? addDays(last.day, 1) : today
}
