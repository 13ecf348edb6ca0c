import { eq } from 'drizzle-orm'
import type { Context } from 'hono'
import { strictCategories } from '../../cases/grievance/categories.ts'
import { organisations, staff as people, roleGrants } from '../../db/tables/orgs.ts'
import { roles } from '../../db/vocabulary.ts'
import { type StaffEnv, staffFactory } from '../../env.ts'
import { administers, administersAll } from '../../orgs/administering.ts'
import {
  activate,
  deactivate,
  type Granted,
  grant,
  mayAssign,
  mayManage,
  resetSecondFactor,
  revoke,
} from '../../orgs/granting.ts'
import {
  agreeToNominee,
  type Nominated,
  proposeNominee,
  refuseNominee,
  secondsFor,
  unname,
} from '../../orgs/nominating.ts'
import { listProposals } from '../../orgs/nominees.ts'
import { nominationsOf } from '../../orgs/staff.ts'
import { type FormBody, readForm } from '../../ui/form-body.ts'
import { problem } from '../../ui/problem.tsx'
import { patterns, query, urls } from '../../urls.ts'
import { administrators, officeOf } from '../guards.ts'
import { administeredOrg, administeredOrgs } from '../scope.ts'
import { lossBy } from './losing.ts'
import { PersonPage } from './person-page.tsx'

export const personPages = staffFactory.createApp()

personPages.get(patterns.officePerson, administrators, (c) => show(c))

personPages.post(patterns.officePerson, administrators, async (c) => {
  const person = await load(c)
  if (!person) return problem(c, 'notFound')
  const body = await readForm(c)
  if (!body) return problem(c, 'badRequest')
  const outcome = await act(c, person, body)
  if (outcome === null) return problem(c, 'badRequest')
  if (outcome === 'done') return c.redirect(urls.officePerson(person.id) + query({ done: 1 }), 303)
  return await show(c, { why: outcome, body })
})

export type Refusal = Exclude<Granted | Nominated, 'done'>

/** What the pressed button asks for; null when there is no such thing. */
async function act(
  c: Context<StaffEnv>,
  person: Loaded,
  body: FormBody,
): Promise<Granted | Nominated | null> {
  const office = officeOf(c)
  const role = roles.find((it) => it === body.get('role'))
  const category = strictCategories.find((it) => it === body.get('category'))
  const sure = body.get('sure') === 'yes'
  switch (body.get('act')) {
    case 'grant': {
      const org = await administeredOrg(c.var.db, c.var.staff, body.get('org'))
      return role && org ? await grant(office, person, role, org) : null
    }
    case 'revoke':
      return role ? await revoke(office, person, role, body.get('org'), sure) : null
    case 'propose':
      return category ? await proposeNominee(office, person, category) : null
    case 'agree':
      return category ? await agreeToNominee(office, person, category) : null
    case 'refuse':
      return category ? await refuseNominee(office, person, category) : null
    case 'unname':
      return category ? await unname(office, person, category, sure) : null
    case 'deactivate':
      return await deactivate(office, person, sure)
    case 'activate':
      return await activate(office, person)
    case 'reset':
      return await resetSecondFactor(office, person)
    default:
      return null
  }
}

export type Loaded = NonNullable<Awaited<ReturnType<typeof load>>>

/** A person whom the administrator may see: one with a role in his scope, anybody for the whole federation. */
async function load(c: Context<StaffEnv>) {
  const { db, staff } = c.var
  const id = c.req.param('id') ?? ''
  const [[person], grants, nominations] = await db.batch([
    db
      .select({ id: people.id, name: people.name, email: people.email, active: people.active })
      .from(people)
      .where(eq(people.id, id)),
    db
      .select({
        role: roleGrants.role,
        orgId: roleGrants.orgId,
        orgPath: roleGrants.orgPath,
        org: organisations.name,
      })
      .from(roleGrants)
      .innerJoin(organisations, eq(organisations.id, roleGrants.orgId))
      .where(eq(roleGrants.staffId, id)),
    nominationsOf(db, id),
  ])
  const near = administersAll(staff) || grants.some((it) => administers(staff, it.orgPath))
  return person && near ? { ...person, grants, nominatedFor: nominations.map((it) => it.category) } : null
}

async function show(c: Context<StaffEnv>, refused?: { why: Refusal; body: FormBody }) {
  const { view, db, staff } = c.var
  const person = await load(c)
  if (!person) return problem(c, 'notFound')
  const { falling } = officeOf(c).work
  const loss = refused && lossBy(person, refused.body)
  const may = {
    manage: mayManage({ by: staff }, person),
    name: administersAll(staff) && staff.id !== person.id,
    assign: (path: string) => mayAssign({ by: staff }, person, path),
  }
  const proposals = may.name ? await listProposals(db) : []
  return c.html(
    <PersonPage
      view={view}
      staff={staff}
      person={person}
      orgs={await administeredOrgs(db, staff)}
      strict={strictCategories}
      may={may}
      done={c.req.query('done') === '1' && c.req.method === 'GET'}
      proposals={proposals.filter((it) => it.staffId === person.id)}
      hasSecond={may.name && (await secondsFor({ db, by: staff }, person)).length > 0}
      work={may.manage && person.active ? await falling({ staffId: person.id, of: 'account' }) : null}
      refused={refused && { ...refused, falling: loss ? await falling(loss) : null }}
    />,
    refused ? 422 : 200,
  )
}
