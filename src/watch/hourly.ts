import type { Scene } from '../cases/moving.ts'
import { findHolders, lapse, markLamps, recount, superviseLate, tellOverdue } from '../cases/watching.ts'
import { openDb } from '../db/client.ts'
import type { Bindings } from '../env.ts'
import { refreshMonths } from '../figures/monthly.ts'
import { forgetOldMail } from '../mail/outbox.ts'
import { wake } from '../mail/waking.ts'
import { loadRules } from '../orgs/rules.ts'
import { remindOfCalendar } from './calendar-reminder.ts'

/** What the clock does every hour, in this order: supervision reads the lamps before they change. */
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
export async function watch(env: Bindings, now: Date): Promise<void> {
  const db = openDb(env.DB)
  const scene: Scene = { db, rules: await loadRules(db, now), now }
  for (const [name, part] of Object.entries(parts)) {
    try {
      await part(scene)
    } catch (error) {
      console.error(`The hourly watch failed at ${name}`, error)
    }
  }
  await wake(env.WAKE, { kind: 'deliveries' })
}
