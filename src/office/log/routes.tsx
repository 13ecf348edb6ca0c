import { desc, eq, lt, type SQL } from 'drizzle-orm'
import { auditActions } from '../../db/audit-actions.ts'
import { auditLog, staff as people } from '../../db/tables/orgs.ts'
import { staffFactory } from '../../env.ts'
import { Empty, Moment } from '../../ui/parts.tsx'
import { query, urls } from '../../urls.ts'
import { OfficePage } from '../frame.tsx'
import { logReaders } from '../guards.ts'
import { pageOfRows } from '../page-of-rows.ts'
import { subjectInWords } from './subject-in-words.ts'

const pageSize = 50

export const logPages = staffFactory.createApp()

logPages.get(urls.officeLog, logReaders, async (c) => {
  const { view, staff, db } = c.var
  const t = view.m.office.log
  const before = c.req.query('before')
  const older: SQL | undefined = before ? lt(auditLog.id, before) : undefined
  const { id, at, action, subject } = auditLog
  const rows = await db
    .select({ id, at, action, subject, name: people.name })
    .from(auditLog)
    .leftJoin(people, eq(people.id, auditLog.staffId))
    .where(older)
    .orderBy(desc(id)) // ids sort by time
    .limit(pageSize + 1)
  const { shown, last } = pageOfRows(rows, pageSize)
  const wordsOf = (action: string) => {
    const known = auditActions.find((it) => it === action)
    return known ? t.actions[known] : action
  }
  return c.html(
    <OfficePage view={view} staff={staff} title={t.title}>
      {shown.length === 0 && <Empty title={t.none} />}
      <ul class="list">
        {shown.map((it) => (
          <li>
            <strong class="what">
              {it.name ?? t.somebody} · {wordsOf(it.action)}
            </strong>
            <span>{subjectInWords(view.m, it.subject)}</span>
            <span class="hint">
              <Moment view={view} at={it.at} />
            </span>
          </li>
        ))}
      </ul>
      {last && (
        <p class="row">
          <a href={urls.officeLog + query({ before: last.id })}>{view.m.common.next}</a>
        </p>
      )}
    </OfficePage>,
  )
})
