import { eq, sql } from 'drizzle-orm'
import { isConflict } from '../db/conflict.ts'
import { newId } from '../db/id.ts'
import { type organisations, roleGrants, staff } from '../db/tables/orgs.ts'
import type { Locale, Role } from '../db/vocabulary.ts'
import { noticeRows } from '../notices/writing.ts'
import { administers } from './administering.ts'
import { hasCome } from './arriving.ts'
import { auditEntry, auditRow, type Office } from './auditing.ts'
import { mayManage, type Person } from './granting.ts'

export interface Invitation {
  name: string
  /** In small letters. */
  email: string
  locale: Locale
  role: Role
  org: typeof organisations.$inferSelect
}

export type Invited = { ok: true; id: string } | { ok: false; why: 'not_allowed' | 'email_taken' }

/** Opens an account with its first role, and writes the mail that tells of it, in one batch. */
export async function invite(
  office: Office,
  { name, email, locale, role, org }: Invitation,
): Promise<Invited> {
  const { db, now, by } = office
  if (!administers(by, org.path)) return { ok: false, why: 'not_allowed' }
  const id = newId(now)
  try {
    await db.batch([
      db.insert(staff).values({ id, name, email, locale, createdAt: now, updatedAt: now }),
      auditRow(office, 'invited', email),
      db.insert(roleGrants).values({ staffId: id, orgId: org.id, orgPath: org.path, role, createdAt: now }),
      auditRow(office, 'role_granted', `${email}: ${role}, ${org.name.zh}`),
      ...noticeRows(office, [{ staffId: id, kind: 'invitation', event: 'invited', data: {} }]),
    ])
    return { ok: true, id }
  } catch (error) {
    if (isConflict(error, 'staff')) return { ok: false, why: 'email_taken' }
    throw error
  }
}

/** Writes the invitation once more, to somebody who has never come in. */
export async function inviteAgain(
  office: Office,
  person: Person,
): Promise<'done' | 'self' | 'not_allowed' | 'has_come'> {
  const { db, now, by } = office
  if (by.id === person.id) return 'self'
  if (!mayManage(office, person)) return 'not_allowed'
  const waits = sql`${eq(staff.id, person.id)} and ${staff.active} and not ${hasCome}`
  const [waiting] = await db.select({ id: staff.id }).from(staff).where(waits)
  if (!waiting) return 'has_come'
  const entry = newId(now)
  await db.batch([
    auditEntry(office, 'invited_again', person.email),
    ...noticeRows(office, [{ staffId: person.id, kind: 'invitation', event: entry, data: {} }]),
  ])
  return 'done'
}
