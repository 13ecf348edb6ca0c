import { inBatch } from '../../db/batch.ts'
import { randomHex } from '../../db/hex.ts'
import { dayHeads, eventLinks } from '../../db/tables/record.ts'
import { addDays, type Day } from '../../orgs/calendar.ts'
import type { Scene } from '../../orgs/scene.ts'
import { dayIn } from '../../orgs/zone.ts'
import { lastHead } from './days.ts'
import { foldDay } from './folding.ts'
import { headHash } from './head.ts'

/** As many days as a run closes after the clock stood still. */
const most = 3
/** Whoever began to link before midnight has ended by then. */
const halfAnHour = 30 * 60_000

/**
 * Writes the head of each day that is over, with or without anything on it: it takes in all links of the day and the
 * head before, and never changes. Where the clock stood still for long, the next hours go on.
 */
export async function closeDays(scene: Scene): Promise<void> {
  const { db, rules, now } = scene
  const today = dayIn(rules.settings.zone, new Date(now.getTime() - halfAnHour))
  const last = await lastHead(db)
  let before = last?.head ?? ''
  let day = last ? addDays(last.day, 1) : await firstDay(scene)
  for (let left = most; left > 0 && day !== null && day < today; left -= 1) {
    before = await close(scene, day, before)
    day = addDays(day, 1)
  }
}

async function firstDay({ db }: Scene): Promise<Day | null> {
  const first = await db
    .select({ day: eventLinks.linkedOn })
    .from(eventLinks)
    .orderBy(eventLinks.linkedOn)
    .limit(1)
    .get()
  return first?.day ?? null
}

/** Of two who close it at once, one fails. */
async function close({ db }: Scene, day: Day, before: string): Promise<string> {
  const salt = randomHex()
  const open = await foldDay(db, day, { sealed: false })
  const sealed = await foldDay(db, day, { sealed: true, salt })
  const head = await headHash({ day, before, open: open.folded, sealed: sealed.folded })
  await inBatch(db, [
    db.insert(dayHeads).values({ day, salt, links: open.count, sealed: sealed.folded, head }),
  ])
  return head
}
