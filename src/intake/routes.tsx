import type { Context } from 'hono'
import { type AppEnv, factory } from '../env.ts'
import { keptForm, keptSite } from '../forms/kept-forms.ts'
import { readSiteCode } from '../forms/site-codes.ts'
import { patterns, urls } from '../urls.ts'
import { elsewhere } from './form/not-open.tsx'
import { showForm } from './form/show-form.tsx'
import { takeForm } from './form/take-form.tsx'
import { home } from './home/routes.tsx'
import { resume } from './paged/resume-routes.tsx'
import { protection } from './protection/routes.tsx'
import { receipt } from './receipt/routes.tsx'

/** A worker files, from a code on the wall or a form's own address. */
export const intake = factory.createApp()

intake.route('/', home)
intake.route('/', receipt)
intake.route('/', protection)
intake.route('/', resume)

intake.get(patterns.site, async (c) => {
  const opened = await siteOf(c, c.req.param('code'))
  return opened
    ? showForm(c, opened, urls.site(opened.site?.code ?? ''))
    : elsewhere(c, { why: 'unknownCode' })
})

intake.post(patterns.site, async (c) => {
  const opened = await siteOf(c, c.req.param('code'))
  return opened
    ? takeForm(c, opened, urls.site(opened.site?.code ?? ''))
    : elsewhere(c, { why: 'unknownCode' })
})

intake.get(patterns.form, async (c) => {
  const opened = await keptForm(c.var.db, c.req.param('slug'), c.var.now)
  return opened ? showForm(c, opened, urls.form(opened.form.slug)) : elsewhere(c, { why: 'unknownForm' })
})

intake.post(patterns.form, async (c) => {
  const opened = await keptForm(c.var.db, c.req.param('slug'), c.var.now)
  return opened ? takeForm(c, opened, urls.form(opened.form.slug)) : elsewhere(c, { why: 'unknownForm' })
})

async function siteOf(c: Context<AppEnv>, typed: string) {
  const code = readSiteCode(typed)
  return code && keptSite(c.var.db, code, c.var.now)
}
