import { sql } from 'drizzle-orm'
import type { Statement } from '../../db/client.ts'
import { insertSelect } from '../../db/insert-select.ts'
import { decidedBefore } from '../../db/tables/grievances.ts'
import type { Scene } from '../../orgs/scene.ts'

/** Statement: these people do not decide a case again. */
export function barAll({ db }: Pick<Scene, 'db'>, caseId: string, staffIds: string[]): Statement {
  const rows = staffIds.map((staffId) => ({ caseId, staffId }))
  return db.insert(decidedBefore).values(rows).onConflictDoNothing()
}

/** Statement: nor does anybody who wrote, reviewed or signed one of its answers. */
export function barAnswerers({ db }: Pick<Scene, 'db'>, caseId: string): Statement {
  const hands = ['drafter_id', 'reviewer_id', 'signer_id'].map(
    (hand) =>
      sql`select ${sql.raw(hand)} as id from replies where case_id = ${caseId} and signed_at is not null`,
  )
  return insertSelect(
    db,
    decidedBefore,
    { caseId: sql`${caseId}`, staffId: sql`hands.id` },
    sql`from (${sql.join(hands, sql` union `)}) as hands where hands.id is not null`,
  ).onConflictDoNothing()
}
