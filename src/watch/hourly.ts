import { findHolders } from '../cases/clock/finding-holders.ts'
import { superviseLate } from '../cases/clock/supervising.ts'
import { tellOverdue } from '../cases/clock/telling-late.ts'
import { tellLimitations } from '../cases/clock/telling-limitation.ts'
import { tellStranded } from '../cases/clock/telling-stranded.ts'
import { markLamps } from '../engine/lamps.ts'
import { forgetDays } from '../figures/filed-at-sites.ts'
import { publishMonths } from '../figures/publishing-months.ts'
import { forgetOldMail } from '../mails/forgetting.ts'
import { openScene } from '../orgs/scene.ts'
import type { Platform } from '../platform/types.ts'
import { remindOfCalendar } from './calendar-reminder.ts'
import { looksAtAll } from './looking-at-all.ts'
import { type Parts, runParts } from './running-parts.ts'

/** What the clock does every hour, beside moving on what waits for time (`moving-on.ts`). */
const parts: Parts<unknown> = {
  'finding holders': async (scene) => findHolders(scene, await looksAtAll(scene)),
  'starting supervision': superviseLate,
  'marking lamps': ({ db, now }) => markLamps(db, now),
  'telling of what is overdue': tellOverdue,
  'telling of what nobody may act on': async (scene) => tellStranded(scene, await looksAtAll(scene)),
  'telling of limitations': tellLimitations,
  'publishing months': ({ db, rules, now }) => publishMonths(db, rules.settings.zone, now),
  'forgetting old mail': ({ db, now }) => forgetOldMail(db, now),
  'forgetting the counts of past days': forgetDays,
  'reminding of the calendar': remindOfCalendar,
}

export async function watch(platform: Platform, now: Date): Promise<void> {
  const scene = await openScene(platform, now)
  await runParts('The hourly watch', parts, scene)
  if (scene.news.waiting) await platform.wake({ kind: 'deliveries' })
}
