import { and, asc, desc, gte, lt } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import { dayHeads } from '../../db/tables/record.ts'
import { type Day, type Month, monthBefore } from '../../orgs/calendar.ts'

/** A file of the record: whole days, or a piece of one that is too long for one file. */
export interface Part {
  from: Day
  to: Day
  /** So many links of the day stand in the files before. */
  skip: number
  links: number
}

/** As many links as one file holds, written within the time of the free plan. */
export const mostInPart = 4000

/** The files of a month (`2026-11`), in the order of its days. */
export async function partsOfMonth(db: Db, month: Month): Promise<Part[]> {
  const { day, links } = dayHeads
  const days = await db
    .select({ day, links })
    .from(dayHeads)
    .where(and(gte(day, `${month}-01`), lt(day, `${month}-32`)))
    .orderBy(asc(day))
  return partsOf(days)
}

export function partsOf(days: readonly { day: Day; links: number }[]): Part[] {
  const parts: Part[] = []
  for (const { day, links } of days) {
    const last = parts.at(-1)
    if (last && last.skip === 0 && last.links + links <= mostInPart) {
      last.to = day
      last.links += links
      continue
    }
    for (let skip = 0; skip === 0 || skip < links; skip += mostInPart)
      parts.push({ from: day, to: day, skip, links: Math.min(links - skip, mostInPart) })
  }
  return parts
}

/** The months of which there are files, the newest first. */
export async function monthsRecorded(db: Db): Promise<Month[]> {
  const first = db.select({ day: dayHeads.day }).from(dayHeads).orderBy(asc(dayHeads.day)).limit(1)
  const last = db.select({ day: dayHeads.day }).from(dayHeads).orderBy(desc(dayHeads.day)).limit(1)
  const [[from], [to]] = await db.batch([first, last])
  const months: Month[] = []
  for (let month = to?.day.slice(0, 7); from && month && month >= from.day.slice(0, 7); ) {
    months.push(month)
    month = monthBefore(month)
  }
  return months
}
