import { and, eq, ne, or, type SQL, sql } from 'drizzle-orm'
import type { AuditAction } from '../db/audit-actions.ts'
import { newId } from '../db/id.ts'
import { type organisations, roleGrants, staff } from '../db/tables/orgs.ts'
import { secondFactors, sessions } from '../db/tables/signin.ts'
import type { Category, Role } from '../db/vocabulary.ts'
import { administers, administersAll, administersAllSql } from './administering.ts'
import { auditRow, type Office } from './auditing.ts'
import { endNominations } from './nominating.ts'
import { soleNomineeOf } from './nominees.ts'
import { leavesWork, type PeopleOffice } from './parting.ts'
import { readsCases } from './roles.ts'
import type { Grant } from './staff.ts'

/** A person as the office sees him. */
export interface Person {
  id: string
  email: string
  grants: Grant[]
  nominatedFor: Category[]
}

/** `last_named` and `has_work` have to be meant (`sure`): strict cases that nobody sees then, cases that change hands. */
export type Granted = 'done' | 'not_allowed' | 'self' | 'last_administrator' | 'last_named' | 'has_work'

/**
 * Whether somebody may change a person's account: he administers every organisation where it holds a role. Who
 * is named for a strict category, or holds no role, is the federation's.
 */
export function mayManage({ by }: Pick<Office, 'by'>, person: Person): boolean {
  if (by.id === person.id) return false
  if (administersAll(by)) return true
  const { grants, nominatedFor } = person
  return nominatedFor.length === 0 && grants.length > 0 && grants.every((it) => administers(by, it.orgPath))
}

/**
 * Whether somebody may change which roles a person holds at an organisation. Of who is named for a strict category
 * only the federation: by his roles he sees strict cases in more places, or in none.
 */
export function mayAssign({ by }: Pick<Office, 'by'>, person: Person, orgPath: string): boolean {
  return administersAll(by) || (person.nominatedFor.length === 0 && administers(by, orgPath))
}

/** Gives a person a role at an organisation, and what waited for somebody like him; nobody gives himself one. */
export async function grant(
  office: PeopleOffice,
  person: Person,
  role: Role,
  org: typeof organisations.$inferSelect,
): Promise<Granted> {
  const { db, now, by } = office
  if (by.id === person.id) return 'self'
  if (!mayAssign(office, person, org.path)) return 'not_allowed'
  await db.batch([
    db
      .insert(roleGrants)
      .values({ staffId: person.id, orgId: org.id, orgPath: org.path, role, createdAt: now })
      .onConflictDoNothing(),
    auditRow(office, 'role_granted', `${person.email}: ${role}, ${org.name.zh}`),
    ...office.work.takeUp(),
  ])
  return 'done'
}

/**
 * Takes a role back, and hands over what was with the person by it; the federation's last administrator keeps
 * his. It has to be meant where it is the last role by which the only person named for a strict category reads its
 * cases, or where cases change hands.
 */
export async function revoke(
  office: PeopleOffice,
  person: Person,
  role: Role,
  orgId: string,
  sure = false,
): Promise<Granted> {
  const held = person.grants.find((it) => it.role === role && it.orgId === orgId)
  if (!held || !mayAssign(office, person, held.orgPath)) return 'not_allowed'
  const { db } = office
  const readsOn = person.grants.some((it) => it !== held && readsCases(it.role))
  if (!sure && readsCases(role) && !readsOn && (await soleNomineeOf(db, person.id)).length > 0)
    return 'last_named'
  const loss = { staffId: person.id, of: { role, orgId } }
  if (!sure && (await leavesWork(office, loss))) return 'has_work'
  const [revoked] = await db.batch([
    db
      .delete(roleGrants)
      .where(
        and(
          eq(roleGrants.staffId, person.id),
          eq(roleGrants.orgId, orgId),
          eq(roleGrants.role, role),
          or(
            ne(roleGrants.role, 'administrator'),
            sql`length(org_path) > 4`,
            anotherAdministrator(person.id),
          ),
        ),
      )
      .returning({ id: roleGrants.staffId }),
    auditRow(office, 'role_revoked', `${person.email}: ${role}`),
    ...office.work.handOver(loss),
  ])
  return revoked.length === 1 ? 'done' : 'last_administrator'
}

/**
 * Closes an account, ends its sessions and hands over its cases; what the person did stays on record. It has to be
 * meant of the only one named for a strict category, and where cases change hands.
 */
export async function deactivate(office: PeopleOffice, person: Person, sure = false): Promise<Granted> {
  if (office.by.id === person.id) return 'self'
  if (!mayManage(office, person)) return 'not_allowed'
  const { db, now } = office
  if (!sure && (await soleNomineeOf(db, person.id)).length > 0) return 'last_named'
  const loss = { staffId: person.id, of: 'account' } as const
  if (!sure && (await leavesWork(office, loss))) return 'has_work'
  const entry = newId(now)
  const [closed] = await db.batch([
    db
      .update(staff)
      .set({ active: false, updatedAt: now })
      .where(and(eq(staff.id, person.id), anotherAdministrator(person.id)))
      .returning({ id: staff.id }),
    auditRow(office, 'deactivated', person.email, entry),
    db
      .delete(sessions)
      .where(
        and(
          eq(sessions.userId, person.id),
          sql`exists (select 1 from staff where id = ${person.id} and active = 0)`,
        ),
      ),
    ...(await endNominations(office, person, entry)),
    ...office.work.handOver(loss),
  ])
  return closed.length === 1 ? 'done' : 'last_administrator'
}

export async function activate(office: PeopleOffice, person: Person): Promise<Granted> {
  return managed(
    office,
    person,
    'activated',
    (db) => db.update(staff).set({ active: true, updatedAt: office.now }).where(eq(staff.id, person.id)),
    ...office.work.takeUp().map((statement) => () => statement),
  )
}

/** For somebody who lost his phone and his paper: he sets up a new second factor when he next signs in. */
export async function resetSecondFactor(office: Office, person: Person): Promise<Granted> {
  return managed(
    office,
    person,
    'second_factor_reset',
    (db) => db.delete(secondFactors).where(eq(secondFactors.staffId, person.id)),
    (db) => db.delete(sessions).where(eq(sessions.userId, person.id)),
  )
}

type Write = (db: Office['db']) => Parameters<Office['db']['batch']>[0][number]

async function managed(
  office: Office,
  person: Person,
  action: AuditAction,
  write: Write,
  ...more: Write[]
): Promise<Granted> {
  if (office.by.id === person.id) return 'self'
  if (!mayManage(office, person)) return 'not_allowed'
  const { db } = office
  await db.batch([write(db), auditRow(office, action, person.email), ...more.map((it) => it(db))])
  return 'done'
}

/** That somebody else who is active administers the whole federation. */
function anotherAdministrator(than: string): SQL {
  return sql`exists (select 1 from role_grants g join staff s on s.id = g.staff_id
    where ${administersAllSql} and s.active = 1 and g.staff_id <> ${than})`
}
