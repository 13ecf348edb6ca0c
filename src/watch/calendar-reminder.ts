import { inBatch } from '../db/batch.ts'
import { noticeRows } from '../notices/writing.ts'
import { administratorsOfAll } from '../orgs/administering.ts'
import type { Scene } from '../orgs/scene.ts'
import { dayIn } from '../orgs/zone.ts'

/**
 * From 1 November, when the holidays of the next year are usually announced, the administrators are asked
 * once a month to load a year that is missing; until then its dates are provisional (暂定).
 */
export async function remindOfCalendar(scene: Scene): Promise<void> {
  const { db, rules, now } = scene
  const today = dayIn(rules.settings.zone, now)
  const year = Number(today.slice(0, 4)) + 1
  if (today.slice(5, 7) < '11' || rules.calendar.isKnown(`${year}-01-01`)) return
  const event = `calendar-${today.slice(0, 7)}`
  const people = await administratorsOfAll(db)
  const alarms = people.map((staffId) => ({
    staffId,
    kind: 'alarm' as const,
    event,
    data: { why: 'calendar', year },
  }))
  await inBatch(db, noticeRows(scene, alarms))
}
