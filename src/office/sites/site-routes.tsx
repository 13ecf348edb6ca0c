import type { Context } from 'hono'
import { limitSeatsAtSite, quotaOf } from '../../cases/seats/setting-quotas.ts'
import { type StaffEnv, staffFactory } from '../../env.ts'
import { labelSite, limitSite, openOrCloseSite } from '../../forms/changing-sites.ts'
import { mayBeFull } from '../../forms/meaning.ts'
import { ofSite } from '../../forms/quota-keys.ts'
import { readStored } from '../../forms/stored-definitions.ts'
import type { FieldErrors } from '../../ui/fields/field.tsx'
import { type FormBody, readForm } from '../../ui/form-body.ts'
import { KeptWords, textsOf } from '../../ui/kept-words.ts'
import { problem } from '../../ui/problem.tsx'
import { patterns, query, urls } from '../../urls.ts'
import { readDays } from '../days-form.tsx'
import { administrators, officeOf } from '../guards.ts'
import { seatsIn } from '../seats-form.tsx'
import { labelProblem } from './label-field.tsx'
import { SitePage } from './site-page.tsx'
import { findSite, type Site } from './site-rows.ts'

export const oneSite = staffFactory.createApp()

oneSite.get(patterns.officeSite, administrators, async (c) => {
  const site = await findSite(c.var.db, c.var.staff, c.req.param('code'))
  return site ? show(c, site) : problem(c, 'notFound')
})

oneSite.post(patterns.officeSite, administrators, async (c) => {
  const site = await findSite(c.var.db, c.var.staff, c.req.param('code'))
  if (!site) return problem(c, 'notFound')
  const body = await readForm(c)
  // Its page from before, with what was typed there, changes nothing of what hangs there now.
  if (body && site.successor) return problem(c, 'overtaken', textsOf(body))
  switch (body?.get('act')) {
    case 'open':
    case 'close': {
      const isKept = await openOrCloseSite(officeOf(c), site, body.get('act') === 'open')
      return isKept ? c.redirect(urls.officeSite(site.code), 303) : problem(c, 'forbidden')
    }
    case 'dates':
      return dated(c, site, body)
    case 'seats':
      return seated(c, site, body)
    case 'label':
      return labelled(c, site, body)
    default:
      return problem(c, 'badRequest')
  }
})

async function dated(c: Context<StaffEnv>, site: Site, body: FormBody) {
  // Its texts alone: boxes on this page belong to other forms.
  c.var.view.words = new KeptWords(body, false)
  const days = readDays(c.var.view, body)
  if (!days) return show(c, site, { until: c.var.view.m.builder.dates.wrong })
  if (!(await limitSite(officeOf(c), site, days))) return problem(c, 'forbidden')
  return c.redirect(urls.officeSite(site.code) + query({ done: 'dates' }), 303)
}

/** How many are taken there, as it was typed; a site of a form that is never full takes everybody. */
async function seated(c: Context<StaffEnv>, site: Site, body: FormBody) {
  if (!countsPlaces(site)) return problem(c, 'badRequest')
  c.var.view.words = new KeptWords(body)
  const most = seatsIn(body)
  if (most === undefined) return show(c, site, { seats: c.var.view.m.seats.setting.wrong })
  if (!(await limitSeatsAtSite({ ...c.var, ...officeOf(c) }, site, most))) return problem(c, 'forbidden')
  return c.redirect(urls.officeSite(site.code) + query({ done: 'seats' }), 303)
}

function countsPlaces({ definition }: Site): boolean {
  const read = readStored(definition)
  return read !== null && mayBeFull(read)
}

async function labelled(c: Context<StaffEnv>, site: Site, body: FormBody) {
  const label = body.line('label')
  const wrong = labelProblem(c.var.view, label)
  if (wrong) return show(c, site, { label: wrong }, body)
  if (!(await labelSite(officeOf(c), site, label))) return problem(c, 'forbidden')
  return c.redirect(urls.officeSite(site.code) + query({ done: 'label' }), 303)
}

async function show(c: Context<StaffEnv>, site: Site, errors: FieldErrors = {}, typed?: FormBody) {
  const { view, staff, now, db } = c.var
  const asked = c.req.query('done')
  const done = asked === 'dates' ? view.m.builder.dates.saved : asked && view.m.office.saved
  const seats = countsPlaces(site) ? { most: await quotaOf(db, site.formId, ofSite(site.code)) } : null
  const page = { view, staff, site, now, done, errors, typed, seats }
  return c.html(<SitePage {...page} />, Object.keys(errors).length ? 422 : 200)
}
