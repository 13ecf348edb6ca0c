import { noTurns, turnsOf } from '../../cases/whose-turn.ts'
import { inBatch } from '../../db/batch.ts'
import { logFailure } from '../../log.ts'
import { noticeRows } from '../../notices/writing.ts'
import type { Scene } from '../../orgs/scene.ts'
import { countFor, isEmpty } from './count.ts'
import type { KeptDigest } from './data.ts'
import { type Readership, readerships } from './recipients.ts'
import { type DigestWeek, digestWeek } from './week.ts'

/** Readerships whose digest is written in one run; each takes eight statements. */
const slice = 5
/** How many of the cases that wait for its reader a digest names. */
const named = 5

/**
 * Writes the digest of the week for those who lack it, one slice of them a run, and says whether some are
 * left. Run twice, killed or late, each person has one row for the week: a mail to send, or a note that
 * there was nothing to tell.
 */
export async function writeDigests(scene: Scene): Promise<{ written: boolean; more: boolean }> {
  const week = digestWeek(scene.rules.settings.zone, scene.now)
  const waiting = await readerships(scene.db, week)
  for (const readership of waiting.slice(0, slice)) {
    try {
      await writeFor(scene, readership, week)
    } catch (error) {
      logFailure('A digest could not be written', error)
    }
  }
  return { written: waiting.length > 0, more: waiting.length > slice }
}

async function writeFor(scene: Scene, { reach, recipients }: Readership, week: DigestWeek) {
  const figures = await countFor(scene.db, reach, week, scene.now)
  const turns = await turnsOf(scene.db, recipients, reach, { now: scene.now, named })
  const isTold = !isEmpty(figures)
  const span = { from: week.from.getTime(), to: week.to.getTime() }
  const rows = recipients.map((staffId) => {
    const own = turns.get(staffId) ?? noTurns
    const data: KeptDigest = { staffId, ...span, turns: own, ...figures, reach }
    return { staffId, kind: 'digest' as const, event: week.period, data: isTold ? data : {} }
  })
  await inBatch(scene.db, noticeRows(scene, rows, { isTold }))
}
