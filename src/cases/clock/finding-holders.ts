import { sql } from 'drizzle-orm'
import { inBatch } from '../../db/batch.ts'
import { listed } from '../../db/listed.ts'
import { isInHands } from '../../engine/holders.ts'
import { findPlaces } from '../../engine/places.ts'
import type { Scene } from '../../orgs/scene.ts'
import { dispatchAnew } from '../handing-over.ts'
import { processes } from '../processes.ts'
import { isFree } from './moving.ts'

/** How many cases a run takes from their handlers; the rest waits for the next hour. */
const slice = 400

/**
 * Finds holders for cases that nobody may act on where they are, whatever left them there: those in the name of
 * a handler are dispatched anew, the others wait for the nearest who may. Where `all` is false, only for those in the
 * name of a person who handles cases no more, as one that was sent back to him after he had left.
 */
export async function findHolders(scene: Scene, all = true): Promise<void> {
  const { db } = scene
  const lines = Object.values(processes)
  const whose = all ? sql`cases.holder_id > ''` : sql`cases.holder_id in ${handlersNoMore}`
  const lost = await db.all<{ id: string }>(
    sql`select cases.id from cases where ${whose} and cases.closed_at is null and not ${isInHands(lines)}
      and ${isFree} limit ${slice}`,
  )
  const these = sql`cases.id in ${listed(lost.map(({ id }) => id))}`
  const again = lost.length > 0 ? dispatchAnew(scene, these, 'clock') : []
  await inBatch(db, [...again, ...(all ? [findPlaces(lines, scene)] : [])])
}

const handlersNoMore = sql`(select s.id from staff s where s.active = 0
  or not exists (select 1 from role_grants g where g.staff_id = s.id and g.role = 'handler'))`
