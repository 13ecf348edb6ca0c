import { and, asc, eq, gt, inArray, sql } from 'drizzle-orm'
import type { Context } from 'hono'
import { organisations, staff as people, roleGrants } from '../../db/tables/orgs.ts'
import { locales, roles } from '../../db/vocabulary.ts'
import { type StaffEnv, staffFactory } from '../../env.ts'
import { administersAll } from '../../orgs/administering.ts'
import { hasCome } from '../../orgs/arriving.ts'
import { invite } from '../../orgs/inviting.ts'
import type { FieldErrors } from '../../ui/fields/field.tsx'
import { FormBody, readForm } from '../../ui/form-body.ts'
import { personNameProblem } from '../../ui/naming.tsx'
import { problem } from '../../ui/problem.tsx'
import { query, urls } from '../../urls.ts'
import { administrators, officeOf } from '../guards.ts'
import { pageOfRows } from '../page-of-rows.ts'
import { administeredOrg, administeredOrgs, within } from '../scope.ts'
import { PeoplePage } from './people-page.tsx'

const pageSize = 30

export const peoplePages = staffFactory.createApp()

peoplePages.get(urls.officeStaff, administrators, (c) => show(c, {}, new FormBody(new Map())))

peoplePages.post(urls.officeStaff, administrators, async (c) => {
  const { view, db, staff } = c.var
  const t = view.m.office.staff
  const body = await readForm(c)
  if (!body) return problem(c, 'badRequest')
  const email = body.mailbox('email')
  const role = roles.find((it) => it === body.get('role'))
  const org = await administeredOrg(db, staff, body.get('org'))
  const name = body.line('name')
  const wrongName = personNameProblem(view, name)
  const errors: FieldErrors = {
    ...(wrongName ? { name: wrongName } : {}),
    ...(email ? {} : { email: t.emailInvalid }),
    ...(role ? {} : { role: t.roleMissing }),
    ...(org ? {} : { org: t.orgMissing }),
  }
  if (!email || !role || !org || wrongName) return await show(c, errors, body)

  const locale = locales.find((it) => it === body.get('locale')) ?? view.locale
  const invited = await invite(officeOf(c), { name, email, locale, role, org })
  if (!invited.ok) {
    if (invited.why === 'not_allowed') return problem(c, 'forbidden')
    return await show(c, { email: t.emailTaken }, body)
  }
  return c.redirect(urls.officeStaff + query({ invited: email }), 303)
})

async function show(c: Context<StaffEnv>, errors: FieldErrors, typed: FormBody) {
  const { view, db, staff } = c.var
  const search = (c.req.query('q') ?? '').slice(0, 60)
  const waiting = c.req.query('show') === 'waiting'
  const found = await find(c, { search, waiting, after: c.req.query('after') ?? '' })
  const { shown, last } = pageOfRows(found, pageSize)
  const ids = shown.map((it) => it.id)
  const held = ids.length
    ? await db
        .select({ staffId: roleGrants.staffId, role: roleGrants.role, org: organisations.name })
        .from(roleGrants)
        .innerJoin(organisations, eq(organisations.id, roleGrants.orgId))
        .where(inArray(roleGrants.staffId, ids))
    : []
  const after = last?.email
  return c.html(
    <PeoplePage
      view={view}
      staff={staff}
      orgs={await administeredOrgs(db, staff)}
      people={shown.map((it) => ({ ...it, held: held.filter((one) => one.staffId === it.id) }))}
      search={search}
      waiting={waiting}
      more={after && urls.officeStaff + query({ q: search, show: waiting ? 'waiting' : '', after })}
      invited={c.req.query('invited')}
      errors={errors}
      typed={typed}
    />,
    Object.keys(errors).length ? 422 : 200,
  )
}

/** One more than a page, so that the page knows whether there is another. */
async function find(
  c: Context<StaffEnv>,
  { search, waiting, after }: { search: string; waiting: boolean; after: string },
) {
  const { db, staff } = c.var
  // Not LIKE, whose patterns D1 limits to 50 bytes: sixteen Chinese characters.
  const wanted = search.toLowerCase()
  const holds = sql`instr(lower(${people.name} || ' ' || ${people.email}), ${wanted}) > 0`
  const inScope = sql`exists (select 1 from ${roleGrants} where ${roleGrants.staffId} = ${people.id} and ${within(staff, roleGrants.orgPath)})`
  return await db
    .select({ id: people.id, name: people.name, email: people.email, active: people.active, hasCome })
    .from(people)
    .where(
      and(
        gt(people.email, after),
        search ? holds : undefined,
        waiting ? sql`${people.active} and not ${hasCome}` : undefined,
        administersAll(staff) ? undefined : inScope,
      ),
    )
    .orderBy(asc(people.email))
    .limit(pageSize + 1)
}
