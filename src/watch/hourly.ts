import { findHolders } from '../cases/clock/finding-holders.ts'
import { lapse } from '../cases/clock/lapsing.ts'
import { recount } from '../cases/clock/recounting.ts'
import { superviseLate } from '../cases/clock/supervising.ts'
import { tellOverdue } from '../cases/clock/telling-late.ts'
import { openDb } from '../db/client.ts'
import { markLamps } from '../engine/lamps.ts'
import { refreshMonths } from '../figures/monthly.ts'
import { logFailure } from '../log.ts'
import { forgetOldMail } from '../mails/forgetting.ts'
import { loadRules } from '../orgs/rules.ts'
import { type Scene, sceneOf } from '../orgs/scene.ts'
import type { Platform } from '../platform/types.ts'
import { remindOfCalendar } from './calendar-reminder.ts'

/** What the clock does every hour, in this order. */
const parts: Record<string, (scene: Scene) => Promise<unknown>> = {
  'moving on what waited long enough': lapse,
  'counting provisional dates again': recount,
  'finding holders': findHolders,
  'starting supervision': superviseLate,
  'marking lamps': ({ db, now }) => markLamps(db, now),
  'telling of what is overdue': tellOverdue,
  'counting months': ({ db, rules, now }) => refreshMonths(db, rules.settings.zone, now),
  'forgetting old mail': ({ db, now }) => forgetOldMail(db, now),
  'reminding of the calendar': remindOfCalendar,
}

/** Runs all parts; one that fails is noted and stops none of the others. */
export async function watch(platform: Platform, now: Date): Promise<void> {
  const db = openDb(platform.openDatabase('newest').database)
  const scene = sceneOf(db, await loadRules(db, now), now)
  for (const [name, part] of Object.entries(parts)) {
    try {
      await part(scene)
    } catch (error) {
      logFailure(`The hourly watch failed at ${name}`, error)
    }
  }
  if (scene.news.waiting) await platform.wake({ kind: 'deliveries' })
}
