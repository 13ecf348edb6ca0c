import { strictCategories } from '../../cases/grievance/categories.ts'
import { roles } from '../../db/vocabulary.ts'
import { type StaffEnv, staffFactory } from '../../env.ts'
import { administersAll } from '../../orgs/administering.ts'
import { mayAssign, mayManage } from '../../orgs/granting.ts'
import { soleNomineeOf } from '../../orgs/nominees.ts'
import { problem } from '../../ui/problem.tsx'
import { patterns, urls } from '../../urls.ts'
import { administrators, officeOf } from '../guards.ts'
import { type Loaded, loadPerson } from './load-person.ts'
import { type Part, PartingPage } from './parting-page.tsx'

export const partingPages = staffFactory.createApp()

/** What a person loses, and what becomes of his work, before it is done. */
partingPages.get(patterns.officeParting, administrators, async (c) => {
  const { view, staff, db } = c.var
  const person = await loadPerson(c)
  if (!person) return problem(c, 'notFound')
  const part = partIn(person, c.req.query())
  if (!part) return c.redirect(urls.officePerson(person.id), 303)
  if (!mayTake(c.var, person, part)) return problem(c, 'forbidden')
  const sole = await soleNomineeOf(db, person.id)
  const falling = await officeOf(c).work.falling(part.loss)
  return c.html(
    <PartingPage view={view} staff={staff} person={person} part={part} falling={falling} sole={sole} />,
  )
})

/** What is asked to be taken, as far as he has it. */
function partIn(person: Loaded, asked: Record<string, string>): Part | null {
  const staffId = person.id
  if (asked.act === 'deactivate')
    return person.active ? { act: 'deactivate', loss: { staffId, of: 'account' } } : null
  if (asked.act === 'unname') {
    const category = strictCategories.find((it) => it === asked.category)
    if (!category || !person.nominatedFor.includes(category)) return null
    return { act: 'unname', category, loss: { staffId, of: { category } } }
  }
  const role = roles.find((it) => it === asked.role)
  const held = person.grants.find((it) => it.role === role && it.orgId === asked.org)
  if (asked.act !== 'revoke' || !held) return null
  return { act: 'revoke', held, loss: { staffId, of: { role: held.role, orgId: held.orgId } } }
}

function mayTake({ staff }: StaffEnv['Variables'], person: Loaded, part: Part): boolean {
  switch (part.act) {
    case 'deactivate':
      return mayManage({ by: staff }, person)
    case 'revoke':
      return mayAssign({ by: staff }, person, part.held.orgPath)
    case 'unname':
      return administersAll(staff) && staff.id !== person.id
  }
}
