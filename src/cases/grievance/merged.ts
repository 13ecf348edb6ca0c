import { and, eq, inArray } from 'drizzle-orm'
import type { Statement } from '../../db/client.ts'
import { listed } from '../../db/listed.ts'
import { cases } from '../../db/tables/cases.ts'
import { grievances } from '../../db/tables/grievances.ts'
import type { Scene } from '../../orgs/scene.ts'

/** A case that was merged into another one, with the workers that it stands for itself. */
export interface Merged {
  id: string
  workers: number
}

/** What is merged into a case by now. */
export function mergedInto({ db }: Pick<Scene, 'db'>, caseId: string): Promise<Merged[]> {
  return db
    .select({ id: grievances.caseId, workers: grievances.workers })
    .from(grievances)
    .innerJoin(cases, eq(cases.id, grievances.caseId))
    .where(and(eq(grievances.mergedIntoId, caseId), eq(cases.closingLabel, 'merged')))
}

/** How many workers are left of a case without those of others; never none. */
export function without(workers: number, merged: readonly Pick<Merged, 'workers'>[]): number {
  return Math.max(1, workers - merged.reduce((sum, one) => sum + one.workers, 0))
}

/** SQL, a list of ids: of these cases. */
export const idsOf = (merged: readonly Merged[]) => listed(merged.map(({ id }) => id))

/** Statement: what was merged leads to another case, or to none any more. */
export function pointTo(
  { db }: Pick<Scene, 'db'>,
  merged: readonly Merged[],
  mergedIntoId: string | null,
): Statement[] {
  if (merged.length === 0) return []
  return [
    db
      .update(grievances)
      .set({ mergedIntoId })
      .where(inArray(grievances.caseId, idsOf(merged))),
  ]
}
