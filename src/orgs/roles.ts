import { type SQL, sql } from 'drizzle-orm'
import { type Role, roles } from '../db/vocabulary.ts'
import { words } from '../db/words.ts'

/** What a role is for, within the organisation where it is held and all below it. */
interface Meaning {
  /** Whether it reads cases; the roles of the office keep the service running and read none. */
  readsCases: boolean
  /** Whether a case may wait for whoever holds it, before one of them takes it. */
  waitedFor?: true
  /** Whether it is told at once, above all others, of danger and of reprisals. */
  oversees?: true
  /** Whether it signs or runs the office, so that it shows a second factor. */
  guarded?: true
}

/** The eight roles of the union, each with what it means to the software. */
const meanings: Record<Role, Meaning> = {
  duty_officer: { readsCases: true, waitedFor: true },
  handler: { readsCases: true },
  department_head: { readsCases: true, waitedFor: true },
  deputy_chair: { readsCases: true, waitedFor: true, guarded: true },
  chair: { readsCases: true, waitedFor: true, oversees: true, guarded: true },
  supervisor: { readsCases: true, oversees: true },
  administrator: { readsCases: false, guarded: true },
  auditor: { readsCases: false },
}

const rolesThat = (is: keyof Meaning) => roles.filter((role) => meanings[role][is])

export const caseRoles: readonly Role[] = rolesThat('readsCases')
export const overseeingRoles: readonly Role[] = rolesThat('oversees')

/** The roles for which a case waits until one of their people takes it. */
export const waitedForRoles: readonly Role[] = rolesThat('waitedFor')

export function readsCases(role: Role): boolean {
  return meanings[role].readsCases
}

export function isGuardedRole(role: Role): boolean {
  return meanings[role].guarded === true
}

/** Whether what a role is waited for is to sign. */
export function signs(role: Role): boolean {
  return readsCases(role) && isGuardedRole(role)
}

/** In SQL: whether the role of this column reads cases. */
export function readsCasesSql(role: SQL): SQL {
  return sql`${role} in ${words(caseRoles)}`
}

interface Holding {
  grants: readonly { role: Role }[]
}

/** Whether a person holds any role that reads cases. */
export function readsAnyCase({ grants }: Holding): boolean {
  return grants.some(({ role }) => readsCases(role))
}

/** Whether a person holds any role that signs. */
export function signsAny({ grants }: Holding): boolean {
  return grants.some(({ role }) => signs(role))
}

/** Whether a person holds a role of the office: administrator or auditor. */
export function worksInOffice({ grants }: Holding): boolean {
  return grants.some(({ role }) => !readsCases(role))
}
