import type { Context } from 'hono'
import { strictCategories } from '../../cases/grievance/categories.ts'
import { locales, roles } from '../../db/vocabulary.ts'
import type { StaffEnv } from '../../env.ts'
import { changePerson, type PersonChanged } from '../../orgs/changing-person.ts'
import { activate, deactivate, type Granted, grant, resetSecondFactor, revoke } from '../../orgs/granting.ts'
import { inviteAgain } from '../../orgs/inviting.ts'
import {
  agreeToNominee,
  type Nominated,
  proposeNominee,
  refuseNominee,
  unname,
} from '../../orgs/nominating.ts'
import type { FieldErrors } from '../../ui/fields/field.tsx'
import type { FormBody } from '../../ui/form-body.ts'
import { personNameProblem } from '../../ui/naming.tsx'
import { officeOf } from '../guards.ts'
import { administeredOrg } from '../scope.ts'
import type { Loaded } from './load-person.ts'

export type Acted = Granted | Nominated | PersonChanged | 'has_come'
/** What nobody corrects in a field. */
export type Refusal = Exclude<Acted, 'done' | 'email_taken'>

/** What the pressed button asks for; null when there is no such thing. */
export async function actOn(c: Context<StaffEnv>, person: Loaded, body: FormBody): Promise<Acted | null> {
  const office = officeOf(c)
  const role = roles.find((it) => it === body.get('role'))
  const category = strictCategories.find((it) => it === body.get('category'))
  const sure = body.get('sure') === 'yes'
  switch (body.get('act')) {
    case 'change':
      return await changePerson(office, person, detailsIn(body, person), sure)
    case 'invite':
      return await inviteAgain(office, person)
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

/** What is missing in the form of a person's details. */
export function errorsInDetails({ view }: StaffEnv['Variables'], body: FormBody): FieldErrors {
  const name = personNameProblem(view, body.line('name'))
  return {
    ...(name ? { name } : {}),
    ...(body.mailbox('email') ? {} : { email: view.m.office.staff.emailInvalid }),
  }
}

function detailsIn(body: FormBody, person: Loaded) {
  return {
    name: body.line('name'),
    email: body.mailbox('email') ?? person.email,
    locale: locales.find((it) => it === body.get('locale')) ?? person.locale,
  }
}
