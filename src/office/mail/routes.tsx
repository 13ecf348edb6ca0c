import { and, asc, desc, eq, gt, inArray, sql } from 'drizzle-orm'
import { deliveries, notices } from '../../db/tables/notices.ts'
import { staffFactory } from '../../env.ts'
import { lastTest, sendTest } from '../../mails/sending-test.ts'
import { resend, stopped } from '../../orgs/resending.ts'
import { readForm } from '../../ui/form-body.ts'
import { mayTry } from '../../ui/limiting.ts'
import { Empty, NextPage } from '../../ui/parts.tsx'
import { problem } from '../../ui/problem.tsx'
import { WaitNotice } from '../../ui/wait-notice.tsx'
import { query, urls } from '../../urls.ts'
import { OfficePage } from '../frame.tsx'
import { officeOf, wholeAdministrators } from '../guards.ts'
import { pageOfRows } from '../page-of-rows.ts'
import { Heading, Stopped } from './mail-lines.tsx'
import { Trying } from './trying.tsx'

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
      <WaitNotice view={view} text={c.req.query('wait') ? t.testWait : undefined} />
      <Trying view={view} staff={staff} test={await lastTest({ db }, staff.id)} />
      <p>{t.waiting(waiting[0]?.count ?? 0)}</p>
      <h2>{t.failedTitle}</h2>
      {shown.length === 0 && <Empty title={t.none} />}
      <ul class="list">
        {shown.map(({ it, kind }) => (
          <Stopped view={view} it={it} kind={kind} />
        ))}
      </ul>
      {after && <NextPage view={view} href={urls.officeMail + query({ after })} />}
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

/** Sends the person a mail and waits until it went, or did not. */
mailPages.post(urls.officeTestMail, wholeAdministrators, async (c) => {
  const { staff, db, rules, now } = c.var
  const may = await mayTry(c, c.env.limits.signIn, `test mail of ${staff.id}`)
  if (!may) return c.redirect(urls.officeMail + query({ wait: 1 }), 303)
  await sendTest({ platform: c.env, db, settings: rules.settings, now }, staff.id)
  return c.redirect(urls.officeMail, 303)
})
