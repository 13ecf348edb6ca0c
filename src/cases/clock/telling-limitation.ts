import { sql } from 'drizzle-orm'
import { tellAll } from '../../engine/telling.ts'
import type { Scene } from '../../orgs/scene.ts'
import { dayOfTelling } from './telling-times.ts'

const day = 86_400_000

/** So many days before the end whoever has the case is told, the first time and the last. */
const first = 60
const last = 14

/**
 * Tells whoever has a case, or the duty officers where its worker has it, that the time in which the worker may
 * apply himself runs out; each time once a case, from 08:00 of a working day.
 */
export async function tellLimitations(scene: Scene): Promise<void> {
  if (!dayOfTelling(scene)) return
  const now = scene.now.getTime()
  const event = sql`case when l.limitation_at <= ${now + last * day} then ${`${last} days`} else ${`${first} days`} end`
  const running = sql`grievances l indexed by grievances_limitation join cases on cases.id = l.case_id`
  const which = sql`l.limitation_at is not null and l.limitation_at > ${now} and l.limitation_at <= ${now + first * day}
    and cases.closed_at is null`
  await tellAll(scene, { from: running, which }, { who: 'answerers', notice: 'limitation', event })
}
