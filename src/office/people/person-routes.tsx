import type { Context } from 'hono'
import { strictCategories } from '../../cases/grievance/categories.ts'
import { type StaffEnv, staffFactory } from '../../env.ts'
import { administersAll } from '../../orgs/administering.ts'
import { mayAssign, mayManage } from '../../orgs/granting.ts'
import { secondsFor } from '../../orgs/nominating.ts'
import { listProposals } from '../../orgs/nominees.ts'
import type { FieldErrors } from '../../ui/fields/field.tsx'
import { FormBody, readForm } from '../../ui/form-body.ts'
import { problem } from '../../ui/problem.tsx'
import { patterns, query, urls } from '../../urls.ts'
import { administrators } from '../guards.ts'
import { administeredOrgs } from '../scope.ts'
import { loadPerson } from './load-person.ts'
import { lossBy } from './losing.ts'
import { actOn, errorsInDetails, type Refusal } from './person-acts.ts'
import { PersonPage } from './person-page.tsx'

export const personPages = staffFactory.createApp()

personPages.get(patterns.officePerson, administrators, (c) => show(c))

personPages.post(patterns.officePerson, administrators, async (c) => {
  const person = await loadPerson(c)
  if (!person) return problem(c, 'notFound')
  const body = await readForm(c)
  if (!body) return problem(c, 'badRequest')
  // What takes something from a person is asked once more, with what follows from it.
  if (lossBy(person, body) && body.get('sure') !== 'yes') {
    const [act, role, org, category] = ['act', 'role', 'org', 'category'].map((name) => body.get(name))
    return c.redirect(urls.officeParting(person.id) + query({ act, role, org, category }), 303)
  }
  const errors = body.get('act') === 'change' ? errorsInDetails(c.var, body) : {}
  if (Object.keys(errors).length > 0) return await show(c, { body, errors })
  const outcome = await actOn(c, person, body)
  if (outcome === null) return problem(c, 'badRequest')
  if (outcome === 'done') return c.redirect(urls.officePerson(person.id) + query({ done: 1 }), 303)
  if (outcome === 'email_taken')
    return await show(c, { body, errors: { email: c.var.view.m.office.staff.emailTaken } })
  return await show(c, { body, errors: {}, why: outcome })
})

interface Refused {
  body: FormBody
  errors: FieldErrors
  why?: Refusal
}

async function show(c: Context<StaffEnv>, refused?: Refused) {
  const { view, db, staff } = c.var
  const person = await loadPerson(c)
  if (!person) return problem(c, 'notFound')
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
      body={refused?.body ?? new FormBody(new Map())}
      errors={refused?.errors ?? {}}
      why={refused?.why}
    />,
    refused ? 422 : 200,
  )
}
