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
 * a handler are dispatched anew, the others wait for the nearest who may.
 */
export async function findHolders(scene: Scene): Promise<void> {
  const all = Object.values(processes)
  const { db } = scene
  const lost = await db.all<{ id: string }>(
    sql`select cases.id from cases where cases.holder_id > '' and cases.closed_at is null and not ${isInHands(all)}
      and ${isFree} limit ${slice}`,
  )
  const these = sql`cases.id in ${listed(lost.map(({ id }) => id))}`
  const again = lost.length > 0 ? dispatchAnew(scene, these, 'clock') : []
  await inBatch(db, [...again, findPlaces(all, scene)])
}
