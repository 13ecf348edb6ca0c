import { and, asc, eq, gt, inArray, sql } from 'drizzle-orm'
import type { Context } from 'hono'
import { enterprises, organisations } from '../../db/tables/orgs.ts'
import { type StaffEnv, staffFactory } from '../../env.ts'
import { administeredPaths } from '../../orgs/administering.ts'
import { isCreditCode, tidyCreditCode } from '../../orgs/credit-code.ts'
import { addOrganisation, renameOrganisation } from '../../orgs/growing.ts'
import { addEnterprise, changeEnterprise, type Registered } from '../../orgs/registering.ts'
import type { FieldErrors } from '../../ui/fields/field.tsx'
import { readForm } from '../../ui/form-body.ts'
import { nameProblem, readName } from '../../ui/naming.tsx'
import { problem } from '../../ui/problem.tsx'
import { patterns, query, urls } from '../../urls.ts'
import { administrators, officeOf } from '../guards.ts'
import { pageOfRows } from '../page-of-rows.ts'
import { administeredOrg, type Organisation } from '../scope.ts'
import { OrgPage, type Trouble } from './org-page.tsx'

const pageSize = 30

export const orgPages = staffFactory.createApp()

/** The top of what a person administers. */
orgPages.get(urls.officeOrgs, administrators, async (c) => {
  const paths = administeredPaths(c.var.staff)
  const top = await c.var.db
    .select({ id: organisations.id })
    .from(organisations)
    .where(inArray(organisations.path, paths))
    .orderBy(asc(organisations.path))
    .get()
  return top ? c.redirect(urls.officeOrg(top.id), 303) : problem(c, 'notFound')
})

orgPages.get(patterns.officeOrg, administrators, async (c) => {
  const org = await asked(c)
  return org ? await show(c, org) : problem(c, 'notFound')
})

orgPages.post(patterns.officeOrg, administrators, async (c) => {
  const org = await asked(c)
  if (!org) return problem(c, 'notFound')
  const body = await readForm(c)
  const act = body?.get('act')
  if (!body || (act !== 'add' && act !== 'rename')) return problem(c, 'badRequest')
  const refuse = (text: string) => show(c, org, { form: act, body, errors: { [`${act}-zh`]: text } })
  const name = readName(body, act)
  if (!name) return await refuse(nameProblem(c.var.view, body, act))
  const office = officeOf(c)
  if (act === 'rename') {
    const renamed = await renameOrganisation(office, org, name)
    if (renamed !== 'done') return await refuse(c.var.view.m.office.refused[renamed])
    return c.redirect(urls.officeOrg(org.id) + query({ done: 1 }), 303)
  }
  const grown = await addOrganisation(office, org, name)
  if (grown.ok) return c.redirect(urls.officeOrg(org.id) + query({ done: 1 }), 303)
  return await refuse(c.var.view.m.office.refused[grown.why])
})

orgPages.post(patterns.officeEnterprises, administrators, async (c) => {
  const read = await readEnterprise(c, 'enterprise')
  if (read instanceof Response) return read
  return await answer(c, read, await addEnterprise(officeOf(c), read.org, read))
})

orgPages.post(patterns.officeEnterprise, administrators, async (c) => {
  const read = await readEnterprise(c, c.req.param('enterprise'))
  if (read instanceof Response) return read
  return await answer(c, read, await changeEnterprise(officeOf(c), read.org, read.form, read))
})

type Read = Exclude<Awaited<ReturnType<typeof readEnterprise>>, Response>

/** Back to the organisation, with what became of its employer. */
async function answer(c: Context<StaffEnv>, { org, form, body }: Read, registered: Registered) {
  const t = c.var.view.m.office.orgs
  if (registered.ok) {
    const done = registered.status === 'waiting' ? 'waiting' : 1
    return c.redirect(urls.officeOrg(org.id) + query({ done }), 303)
  }
  switch (registered.why) {
    case 'not_allowed':
      return problem(c, 'forbidden')
    case 'gone':
      return problem(c, 'notFound')
    case 'name_taken':
      return await show(c, org, { form, body, errors: { [`${form}-zh`]: t.nameTaken } })
    case 'code_taken':
      return await show(c, org, { form, body, errors: { [`${form}-code`]: t.codeTaken } })
  }
}

async function readEnterprise(c: Context<StaffEnv>, form: string) {
  const org = await asked(c)
  if (!org) return problem(c, 'notFound')
  const body = await readForm(c)
  if (!body) return problem(c, 'badRequest')
  const { office } = c.var.view.m
  const name = readName(body, form)
  const creditCode = tidyCreditCode(body.get(`${form}-code`)) || null
  const errors: FieldErrors = {
    ...(name ? {} : { [`${form}-zh`]: nameProblem(c.var.view, body, form) }),
    ...(creditCode && !isCreditCode(creditCode) ? { [`${form}-code`]: office.orgs.creditCodeWrong } : {}),
  }
  if (!name || Object.keys(errors).length > 0) return await show(c, org, { form, body, errors })
  return { org, form, body, name, creditCode }
}

function asked(c: Context<StaffEnv>) {
  return administeredOrg(c.var.db, c.var.staff, c.req.param('id') ?? '')
}

async function show(c: Context<StaffEnv>, org: Organisation, trouble?: Trouble) {
  const { view, db, staff } = c.var
  const after = c.req.query('after') ?? ''
  const [below, employers] = await db.batch([
    db
      .select()
      .from(organisations)
      .where(eq(organisations.parentId, org.id))
      .orderBy(asc(organisations.path))
      .limit(500),
    db
      .select()
      .from(enterprises)
      .where(and(eq(enterprises.orgId, org.id), gt(enterprises.id, after)))
      .orderBy(sql`${enterprises.id}`)
      .limit(pageSize + 1),
  ])
  const { shown, last } = pageOfRows(employers, pageSize)
  return c.html(
    <OrgPage
      view={view}
      staff={staff}
      org={org}
      above={org.parentId ? await administeredOrg(db, staff, org.parentId) : null}
      below={below}
      employers={shown}
      more={last && urls.officeOrg(org.id) + query({ after: last.id })}
      done={trouble ? undefined : c.req.query('done')}
      trouble={trouble}
    />,
    trouble ? 422 : 200,
  )
}
