import type { Context } from 'hono'
import { type StaffEnv, staffFactory } from '../../env.ts'
import { replaceSite } from '../../forms/replacing-sites.ts'
import { isWithin, lengthOf } from '../../typed/graphemes.ts'
import type { FieldErrors } from '../../ui/fields/field.tsx'
import { readForm } from '../../ui/form-body.ts'
import { KeptWords } from '../../ui/kept-words.ts'
import { problem } from '../../ui/problem.tsx'
import { patterns, query, urls } from '../../urls.ts'
import { administrators, officeOf } from '../guards.ts'
import { ReplacementPage } from './replacement-page.tsx'
import { findSite, type Site } from './site-rows.ts'

/** Of a reason. */
const longest = 200

export const replacement = staffFactory.createApp()

replacement.get(patterns.officeSiteReplacement, administrators, async (c) => {
  const site = await findSite(c.var.db, c.var.staff, c.req.param('code'))
  if (!site) return problem(c, 'notFound')
  return site.successor ? c.redirect(urls.officeSite(site.code), 303) : asking(c, site)
})

/** The new poster is the next thing that somebody needs. */
replacement.post(patterns.officeSiteReplacement, administrators, async (c) => {
  const site = await findSite(c.var.db, c.var.staff, c.req.param('code'))
  const body = site && (await readForm(c))
  if (!site) return problem(c, 'notFound')
  if (!body) return problem(c, 'badRequest')
  const { view } = c.var
  view.words = new KeptWords(body)
  const { sites, common, office } = view.m
  const because = body.line('because')
  if (!because) return asking(c, site, { because: sites.becauseMissing })
  if (!isWithin(because, longest))
    return asking(c, site, { because: common.tooLong(sites.because, longest, lengthOf(because)) })
  const done = await replaceSite(officeOf(c), site, because)
  if (done.ok) return c.redirect(urls.officePoster(done.code) + query({ instead: site.code }), 303)
  if (done.why === 'not_allowed') return problem(c, 'forbidden')
  return asking(c, site, { because: office.refused.conflict })
})

function asking(c: Context<StaffEnv>, site: Site, errors: FieldErrors = {}) {
  const { view, staff } = c.var
  const page = <ReplacementPage view={view} staff={staff} site={site} errors={errors} />
  return c.html(page, Object.keys(errors).length > 0 ? 422 : 200)
}
