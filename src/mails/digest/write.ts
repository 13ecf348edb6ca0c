import type { Db } from '../../db/client.ts'
import { deliveryRows } from '../../db/outbox.ts'
import { countFor, isEmpty } from './count.ts'
import type { DigestData } from './data.ts'
import { type Readership, readerships } from './recipients.ts'
import { type DigestWeek, digestWeek } from './week.ts'

/** Readerships whose digest is written in one run; each takes five statements. */
const slice = 8

/**
 * Writes the digest of the week for those who lack it, one slice of them a run, and says whether some are
 * left. Run twice, killed or late, each person has one row for the week: a mail to send, or a note that
 * there was nothing to tell.
 */
export async function writeDigests(
  db: Db,
  zone: string,
  now: Date,
): Promise<{ written: boolean; more: boolean }> {
  const week = digestWeek(zone, now)
  const waiting = await readerships(db, week)
  for (const readership of waiting.slice(0, slice)) await writeFor(db, readership, week, now)
  return { written: waiting.length > 0, more: waiting.length > slice }
}

async function writeFor(db: Db, { reach, recipients }: Readership, week: DigestWeek, now: Date) {
  const figures = await countFor(db, reach, week, now)
  const empty = isEmpty(figures)
  const rows = recipients.map(({ id, email, locale }) => {
    const data: DigestData = { staffId: id, from: week.from.getTime(), to: week.to.getTime(), ...figures }
    return {
      kind: 'digest' as const,
      recipient: email,
      period: week.period,
      locale,
      data: empty ? {} : data,
    }
  })
  await deliveryRows(db, now, rows, empty ? 'skipped' : 'pending')
}
