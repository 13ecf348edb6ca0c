import { desc, type SQL, sql } from 'drizzle-orm'
import { deletions } from '../../db/tables/deletions.ts'
import { staffFactory } from '../../env.ts'
import { Day, Empty, NextPage } from '../../ui/parts.tsx'
import { query, urls } from '../../urls.ts'
import { OfficePage } from '../frame.tsx'
import { logReaders } from '../guards.ts'
import { pageOfRows } from '../page-of-rows.ts'

const pageSize = 50

export const deletionPages = staffFactory.createApp()

/** What was deleted and on which day, the latest first; of no row what was in it, or the minute its worker tapped. */
deletionPages.get(urls.officeDeletions, logReaders, async (c) => {
  const { view, staff, db } = c.var
  const t = view.m.office.deletions
  const { at, caseNumber, what, why, count } = deletions
  const rows = await db
    .select({ row: sql<number>`deletions.rowid`, at, caseNumber, what, why, count })
    .from(deletions)
    .where(olderThan(c.req.query('before')))
    .orderBy(desc(at), sql`deletions.rowid desc`)
    .limit(pageSize + 1)
  const { shown, last } = pageOfRows(rows, pageSize)
  return c.html(
    <OfficePage view={view} staff={staff} title={t.title}>
      <p>{t.lead}</p>
      {shown.length === 0 && <Empty title={t.none} />}
      <ul class="list">
        {shown.map((it) => (
          <li>
            <strong class="what">{t.kinds[it.what](it.count)}</strong>
            <span>
              {[it.caseNumber !== null && view.m.desk.case.number(it.caseNumber), t.reasons[it.why]]
                .filter(Boolean)
                .join(' · ')}
            </span>
            <span class="hint">
              <Day view={view} at={it.at} />
            </span>
          </li>
        ))}
      </ul>
      {last && <NextPage view={view} href={urls.officeDeletions + query({ before: `${last.row}` })} />}
    </OfficePage>,
  )
})

function olderThan(cursor: string | undefined): SQL | undefined {
  return /^\d{1,15}$/.test(cursor ?? '')
    ? sql`(${deletions.at}, deletions.rowid) < (select d.at, d.rowid from deletions d where d.rowid = ${Number(cursor)})`
    : undefined
}
