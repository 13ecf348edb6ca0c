import { eq } from 'drizzle-orm'
import type { Context } from 'hono'
import { calendarYears } from '../../db/tables/orgs.ts'
import { type StaffEnv, staffFactory } from '../../env.ts'
import { enterYear, writeDays } from '../../orgs/calendar-entry.ts'
import { changeYear } from '../../orgs/changing-calendar.ts'
import { dayIn } from '../../orgs/zone.ts'
import { Checkboxes } from '../../ui/fields/chosen.tsx'
import { ErrorSummary } from '../../ui/fields/error-summary.tsx'
import type { FieldErrors } from '../../ui/fields/field.tsx'
import { Hidden, Submit } from '../../ui/fields/sending.tsx'
import { TextArea } from '../../ui/fields/typed.tsx'
import { readForm } from '../../ui/form-body.ts'
import { carriedForm } from '../../ui/page.tsx'
import { problem } from '../../ui/problem.tsx'
import { query, urls } from '../../urls.ts'
import { OfficePage } from '../frame.tsx'
import { officeOf, wholeAdministrators } from '../guards.ts'

interface Typed {
  year: number
  off: string
  worked: string
  complete: boolean
}

export const calendarPages = staffFactory.createApp()

calendarPages.get(urls.officeCalendar, wholeAdministrators, async (c) => {
  const year = Number(c.req.query('year')) || thisYear(c) + 1
  const known = await c.var.db.select().from(calendarYears).where(eq(calendarYears.year, year)).get()
  return await show(c, {
    year,
    off: writeDays(year, known?.daysOff ?? []),
    worked: writeDays(year, known?.daysWorked ?? []),
    complete: known?.complete === true,
  })
})

calendarPages.post(urls.officeCalendar, wholeAdministrators, async (c) => {
  const t = c.var.view.m.office.calendar
  const body = await readForm(c)
  const year = Number(body?.get('year'))
  if (!body || !Number.isInteger(year) || Math.abs(year - thisYear(c)) > 10) return problem(c, 'badRequest')
  const typed = {
    year,
    off: body.get('off'),
    worked: body.get('worked'),
    complete: body.get('complete') === 'yes',
  }
  const entered = enterYear(year, typed)
  if (!entered.ok) {
    const text = entered.why === 'both' ? t.both(entered.text) : t.wrong(entered.text)
    return await show(c, typed, { [entered.field]: text })
  }
  if (!(await changeYear(officeOf(c), { ...entered.days, complete: typed.complete })))
    return problem(c, 'forbidden')
  return c.redirect(urls.officeCalendar + query({ year, done: 1 }), 303)
})

function thisYear(c: Context<StaffEnv>): number {
  return Number(dayIn(c.var.rules.settings.zone, c.var.now).slice(0, 4))
}

async function show(c: Context<StaffEnv>, typed: Typed, errors: FieldErrors = {}) {
  const { view, staff, db } = c.var
  const t = view.m.office.calendar
  const years = await db.select().from(calendarYears)
  const present = thisYear(c)
  const done = c.req.method === 'GET' && c.req.query('done') === '1'
  return c.html(
    <OfficePage
      view={view}
      staff={staff}
      title={t.title}
      done={done ? view.m.office.saved : undefined}
      carries
    >
      <ErrorSummary view={view} errors={errors} />
      <p>{t.lead}</p>
      <ul class="list">
        {[present - 1, present, present + 1, present + 2].map((year) => {
          const known = years.find((it) => it.year === year)
          return (
            <li>
              <a class="what" href={urls.officeCalendar + query({ year })}>
                {t.year(year)}
              </a>
              <span class="hint">
                {known ? t.count(known.daysOff.length, known.daysWorked.length) : t.unknown}
                {known && !known.complete && t.incomplete}
              </span>
            </li>
          )
        })}
      </ul>
      <h2>{t.year(typed.year)}</h2>
      <form id={carriedForm} method="post" action={urls.officeCalendar} novalidate>
        <Hidden name="year" value={typed.year} />
        <TextArea
          view={view}
          name="off"
          label={t.off}
          hint={t.offHint}
          rows={5}
          value={typed.off}
          error={errors.off}
        />
        <TextArea
          view={view}
          name="worked"
          label={t.worked}
          hint={t.offHint}
          rows={5}
          value={typed.worked}
          error={errors.worked}
        />
        <Checkboxes
          view={view}
          name="complete"
          label={t.completeTitle}
          hint={t.completeHint}
          values={typed.complete ? ['yes'] : []}
          options={[{ value: 'yes', label: t.complete }]}
        />
        <Submit>{view.m.common.save}</Submit>
      </form>
    </OfficePage>,
    Object.keys(errors).length ? 422 : 200,
  )
}
