import { sql } from 'drizzle-orm'
import { inBatch } from '../db/batch.ts'
import { firstIdAt, newId } from '../db/id.ts'
import { insertSelect } from '../db/insert-select.ts'
import { deletions } from '../db/tables/deletions.ts'
import { auditLog } from '../db/tables/orgs.ts'
import type { Scene } from './scene.ts'

/** As many entries as a run deletes, at four rows each. */
const slice = 500

/** Deletes a slice of the log that was kept long enough; the ledger says how many went. */
export async function forgetLog({ db, rules, now }: Scene): Promise<void> {
  const before = firstIdAt(new Date(now.getTime() - rules.settings.logDays * 86_400_000))
  // Its ids sort by time.
  const old = sql`(select id from audit_log where id < ${before} order by id limit ${slice})`
  const gone = { id: newId(now), at: now, what: 'log', why: 'retention', count: sql<number>`n` } as const
  await inBatch(db, [
    insertSelect(db, deletions, gone, sql`from (select count(*) as n from ${old}) where n > 0`),
    db.delete(auditLog).where(sql`id in ${old}`),
  ])
}
