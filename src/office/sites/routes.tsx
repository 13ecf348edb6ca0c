import { and, asc, eq, type SQL } from 'drizzle-orm'
import type { Context } from 'hono'
import type { Db } from '../../db/client.ts'
import { forms, formVersions } from '../../db/tables/forms.ts'
import { enterprises } from '../../db/tables/orgs.ts'
import { type StaffEnv, staffFactory } from '../../env.ts'
import { addSite } from '../../forms/placing.ts'
import type { Messages } from '../../i18n/catalog.ts'
import type { FieldErrors } from '../../ui/fields/field.tsx'
import { type FormBody, readForm } from '../../ui/form-body.ts'
import { nameProblem, readName } from '../../ui/naming.tsx'
import { problem } from '../../ui/problem.tsx'
import { query, urls } from '../../urls.ts'
import { administrators, officeOf } from '../guards.ts'
import { pageOfRows } from '../page-of-rows.ts'
import { administeredOrg } from '../scope.ts'
import { askedSites } from './asked-sites.ts'
import { batchPages } from './batch-routes.tsx'
import { labelProblem } from './label-field.tsx'
import { posterPages } from './poster-routes.tsx'
import { replacement } from './replacement-routes.tsx'
import { oneSite } from './site-routes.tsx'
import { listSites } from './site-rows.ts'
import { SitesPage } from './sites-page.tsx'

const pageSize = 30

export const sitePages = staffFactory.createApp()

sitePages.route('/', posterPages)
sitePages.route('/', oneSite)
sitePages.route('/', replacement)
sitePages.route('/', batchPages)

sitePages.get(urls.officeSites, administrators, (c) => list(c))

sitePages.post(urls.officeSites, administrators, async (c) => {
  const { db, staff, view } = c.var
  const t = view.m.office
  const body = await readForm(c)
  if (!body) return problem(c, 'badRequest')
  const org = await administeredOrg(db, staff, body.get('org'))
  if (!org) return problem(c, 'forbidden')
  const place = readName(body, 'place')
  const form = await db
    .select({ id: forms.id })
    .from(forms)
    .where(eq(forms.id, body.get('form')))
    .get()
  const label = body.line('label')
  const tooLong = labelProblem(view, label)
  const errors: FieldErrors = {
    ...(form ? {} : { form: t.sites.formMissing }),
    ...(place ? {} : { 'place-zh': nameProblem(view, body, 'place', placeCalled(t.sites)) }),
    ...(tooLong && { label: tooLong }),
  }
  if (!form || !place || tooLong) return await list(c, org.id, errors, body)
  const site = { formId: form.id, enterpriseId: body.get('enterprise'), place, label }
  const placed = await addSite(officeOf(c), org, site)
  if (placed.ok) return c.redirect(urls.officeSite(placed.code), 303)
  if (placed.why === 'not_allowed') return problem(c, 'forbidden')
  return await list(c, org.id, { 'place-zh': t.refused.conflict }, body)
})

/** All sites in reach, or those of one organisation with the form that adds another. */
async function list(
  c: Context<StaffEnv>,
  orgId = c.req.query('org') ?? '',
  errors: FieldErrors = {},
  typed?: FormBody,
) {
  const { view, db, staff, now } = c.var
  const org = orgId ? await administeredOrg(db, staff, orgId) : null
  if (orgId && !org) return problem(c, 'notFound')
  const filter = askedSites(c.req.query())
  const after = c.req.query('after') ?? ''
  const [rows, all] = await Promise.all([
    listSites(db, staff, { org, ...filter, now, after }, pageSize + 1),
    formsWhere(db),
  ])
  const { shown, last } = pageOfRows(rows, pageSize)
  const choices = org ? await choicesFor(c, org.id) : null
  return c.html(
    <SitesPage
      view={view}
      staff={staff}
      sites={shown}
      now={now}
      filter={filter}
      forms={all}
      more={last && urls.officeSites + query({ org: org?.id, ...filter, after: last.code })}
      adding={org && choices && { org, ...choices }}
      errors={errors}
      typed={typed}
    />,
    Object.keys(errors).length ? 422 : 200,
  )
}

function formsWhere(db: Db, which?: SQL) {
  return db
    .select({ id: forms.id, definition: formVersions.definition })
    .from(forms)
    .innerJoin(formVersions, eq(formVersions.id, forms.currentVersionId))
    .where(which)
    .orderBy(asc(forms.slug))
    .limit(100)
}

async function choicesFor(c: Context<StaffEnv>, orgId: string) {
  const { db } = c.var
  const [open, employers] = await db.batch([
    formsWhere(db, eq(forms.open, true)),
    db
      .select({ id: enterprises.id, name: enterprises.name })
      .from(enterprises)
      .where(and(eq(enterprises.orgId, orgId), eq(enterprises.status, 'approved')))
      .limit(500),
  ])
  return { forms: open, employers }
}

const placeCalled = ({ placeMissing, placeZh, placeEn }: Messages['office']['sites']) => ({
  nameMissing: placeMissing,
  nameZh: placeZh,
  nameEn: placeEn,
})
