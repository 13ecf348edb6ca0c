import { and, eq, sql } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import { eventLinks } from '../../db/tables/record.ts'
import type { Day } from '../../orgs/calendar.ts'
import { fold, foldedAtOnce } from './head.ts'

/** The links of a day, of strict cases or of the others, folded in the order of case and number. */
export async function foldDay(
  db: Db,
  day: Day,
  { sealed, salt = '' }: { sealed: boolean; salt?: string },
): Promise<{ folded: string; count: number }> {
  let folded = salt
  let count = 0
  for (;;) {
    const some = db
      .select({ caseId: eventLinks.caseId, seq: eventLinks.seq, hash: eventLinks.hash })
      .from(eventLinks)
      .where(and(eq(eventLinks.linkedOn, day), eq(eventLinks.sealed, sealed)))
      .orderBy(eventLinks.caseId, eventLinks.seq)
      .limit(foldedAtOnce)
      .offset(count)
      .as('some')
    const [row] = await db
      .select({
        links: sql<string>`coalesce(group_concat(hash, '' order by case_id, seq), '')`,
        count: sql<number>`count(*)`,
      })
      .from(some)
    folded = await fold(folded, row?.links ?? '')
    count += row?.count ?? 0
    if ((row?.count ?? 0) < foldedAtOnce) return { folded, count }
  }
}
