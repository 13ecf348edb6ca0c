import { and, asc, desc, eq, gt, inArray, sql } from 'drizzle-orm'
import { deliveries, notices } from '../../db/tables/notices.ts'
import type { NoticeKind } from '../../db/vocabulary.ts'
import { staffFactory } from '../../env.ts'
import { resend, stopped } from '../../orgs/resending.ts'
import { Hidden, Submit } from '../../ui/fields/sending.tsx'
import { readForm } from '../../ui/form-body.ts'
import { Day, Empty } from '../../ui/parts.tsx'
import { problem } from '../../ui/problem.tsx'
import type { View } from '../../ui/view.ts'
import { query, urls } from '../../urls.ts'
import { OfficePage } from '../frame.tsx'
import { officeOf, wholeAdministrators } from '../guards.ts'
import { pageOfRows } from '../page-of-rows.ts'

const pageSize = 30

export const mailPages = staffFactory.createApp()

mailPages.get(urls.officeMail, wholeAdministrators, async (c) => {
  const { view, staff, db } = c.var
  const t = view.m.office.mail
  const [waiting, rows, skipped] = await db.batch([
    db
      .select({ count: sql<number>`count(*)` })
      .from(deliveries)
      .where(inArray(deliveries.status, ['pending', 'sending'])),
    db
      .select({ it: deliveries, kind: notices.kind })
      .from(deliveries)
      .innerJoin(notices, eq(notices.id, deliveries.noticeId))
      .where(and(stopped, gt(deliveries.id, c.req.query('after') ?? '')))
      .orderBy(asc(deliveries.id))
      .limit(pageSize + 1),
    db
      .select({ it: deliveries, kind: notices.kind })
      .from(deliveries)
      .innerJoin(notices, eq(notices.id, deliveries.noticeId))
      .where(eq(deliveries.status, 'skipped'))
      .orderBy(desc(deliveries.nextAt))
      .limit(10),
  ])
  const { shown, last } = pageOfRows(rows, pageSize)
  const after = last?.it.id
  return c.html(
    <OfficePage view={view} staff={staff} title={t.title} done={c.req.query('done') ? t.back : undefined}>
      <p>{t.waiting(waiting[0]?.count ?? 0)}</p>
      <h2>{t.failedTitle}</h2>
      {shown.length === 0 && <Empty title={t.none} />}
      <ul class="list">
        {shown.map(({ it, kind }) => (
          <Stopped view={view} it={it} kind={kind} />
        ))}
      </ul>
      {after && (
        <p class="row">
          <a href={urls.officeMail + query({ after })}>{view.m.common.next}</a>
        </p>
      )}
      {skipped.length > 0 && (
        <>
          <h2>{t.skippedTitle}</h2>
          <ul class="list">
            {skipped.map(({ it, kind }) => (
              <li>
                <Heading view={view} it={it} kind={kind} />
                {it.skipped && <span class="hint">{t.skippedWhy[it.skipped]}</span>}
              </li>
            ))}
          </ul>
        </>
      )}
    </OfficePage>,
  )
})

mailPages.post(urls.officeMail, wholeAdministrators, async (c) => {
  const body = await readForm(c)
  if (!body) return problem(c, 'badRequest')
  if (!(await resend(officeOf(c), body.get('delivery')))) return problem(c, 'forbidden')
  return c.redirect(urls.officeMail + query({ done: 1 }), 303)
})

interface Line {
  view: View
  it: typeof deliveries.$inferSelect
  kind: NoticeKind
}

/** What sort of mail it is, to whom, and since when it is there. */
function Heading({ view, it, kind }: Line) {
  const t = view.m.office.mail
  return (
    <>
      <strong class="what">
        {t.kinds[kind]} · {t.statuses[it.status]}
      </strong>
      <span class="hint">{t.to(it.address)}</span>
      <span class="hint">
        {t.since} <Day view={view} at={it.createdAt} />
      </span>
    </>
  )
}

function Stopped(line: Line) {
  const { view, it } = line
  const t = view.m.office.mail
  return (
    <li>
      <Heading {...line} />
      <span class="hint">{t.attempts(it.attempts)}</span>
      {it.error && <span class="hint">{it.error}</span>}
      <form method="post" action={urls.officeMail}>
        <Hidden name="delivery" value={it.id} />
        <Submit quiet>{t.again}</Submit>
      </form>
    </li>
  )
}
