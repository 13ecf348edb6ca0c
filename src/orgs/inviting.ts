import { isConflict } from '../db/conflict.ts'
import { newId } from '../db/id.ts'
import { type organisations, roleGrants, staff } from '../db/tables/orgs.ts'
import type { Locale, Role } from '../db/vocabulary.ts'
import { noticeRows } from '../notices/writing.ts'
import { administers } from './administering.ts'
import { auditRow, type Office } from './auditing.ts'

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
