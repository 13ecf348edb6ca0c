import type { Db } from '../../../src/db/client.ts'
import { categoryNominees, roleGrants, staff } from '../../../src/db/tables/orgs.ts'
import type { Category, Role } from '../../../src/db/vocabulary.ts'
import type { Staff } from '../../../src/orgs/staff.ts'
import { type OrgId, pathOf } from './places.ts'

/** One person of each role, at the township and at the federation; only there somebody signs. */
const offices = {
  officer: ['王受理', 'duty_officer', 'township'],
  secondOfficer: ['赵同意', 'duty_officer', 'federation'],
  handler: ['李承办', 'handler', 'township'],
  otherHandler: ['孙承办', 'handler', 'township'],
  head: ['陈部长', 'department_head', 'township'],
  countyOfficer: ['周受理', 'duty_officer', 'federation'],
  countyHandler: ['吴承办', 'handler', 'federation'],
  countyHead: ['郑部长', 'department_head', 'federation'],
  deputy: ['冯副主席', 'deputy_chair', 'federation'],
  chair: ['褚主席', 'chair', 'federation'],
  supervisor: ['卫督办', 'supervisor', 'federation'],
  administrator: ['蒋管理', 'administrator', 'federation'],
  auditor: ['沈审计', 'auditor', 'federation'],
  stranger: ['韩受理', 'duty_officer', 'elsewhere'],
} as const satisfies Record<string, readonly [string, Role, OrgId]>
export type Name = keyof typeof offices

export const names = Object.keys(offices) as Name[]

export function residents(): Record<Name, Staff> {
  return Object.fromEntries(
    names.map((id) => {
      const [name, role, org] = offices[id]
      return [id, personOf(id, [[role, org]], { name })]
    }),
  ) as Record<Name, Staff>
}

/** Somebody of the union; his e-mail is his id at union.example. */
export function personOf(
  id: string,
  roles: readonly (readonly [Role, OrgId])[],
  { name = id, nominatedFor = [] }: { name?: string; nominatedFor?: Category[] } = {},
): Staff {
  const grants = roles.map(([role, orgId]) => ({ role, orgId, orgPath: pathOf(orgId) }))
  return { id, name, email: `${id}@union.example`, locale: 'zh', grants, nominatedFor }
}

/** Puts people with their roles and nominations into the database. */
export async function settle(db: Db, now: Date, people: Staff[]): Promise<void> {
  for (const { grants, nominatedFor, ...person } of people) {
    await db.insert(staff).values({ ...person, createdAt: now, updatedAt: now })
    for (const grant of grants)
      await db.insert(roleGrants).values({ ...grant, staffId: person.id, createdAt: now })
    for (const category of nominatedFor)
      await db.insert(categoryNominees).values({ category, staffId: person.id })
  }
}
