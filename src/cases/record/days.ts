import { desc } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import { dayHeads } from '../../db/tables/record.ts'
import { addDays, type Day } from '../../orgs/calendar.ts'
import type { Scene } from '../../orgs/scene.ts'
import { dayIn } from '../../orgs/zone.ts'

/** The newest head that there is. */
export async function lastHead(db: Db): Promise<{ day: Day; head: string } | undefined> {
  const { day, head } = dayHeads
  return db.select({ day, head }).from(dayHeads).orderBy(desc(day)).limit(1).get()
}

/** The day under whose head comes what is linked now; never one that has its head, whatever the zone is by now. */
export async function openDay({ db, rules, now }: Scene): Promise<Day> {
  const last = await lastHead(db)
  const today = dayIn(rules.settings.zone, now)
  return last && last.day >= today ? addDays(last.day, 1) : today
}
