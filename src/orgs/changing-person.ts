import { and, eq, sql } from 'drizzle-orm'
import type { Statement } from '../db/client.ts'
import { isConflict } from '../db/conflict.ts'
import { newId } from '../db/id.ts'
import { proposedNominees, staff } from '../db/tables/orgs.ts'
import { sessions } from '../db/tables/signin.ts'
import type { Locale } from '../db/vocabulary.ts'
import { deliverToo, readdress } from '../notices/readdressing.ts'
import { noticeRows } from '../notices/writing.ts'
import { auditRow, isLogged } from './auditing.ts'
import { mayManage, type Person } from './granting.ts'
import { endNominations } from './nominating.ts'
import type { PeopleOffice } from './parting.ts'

export interface Details {
  name: string
  /** In small letters. */
  email: string
  locale: Locale
}

/** `naming_ends` has to be meant (`sure`): with another mailbox nobody stays named for a strict category. */
export type PersonChanged = 'done' | 'not_allowed' | 'self' | 'email_taken' | 'naming_ends' | 'conflict'

/**
 * Changes what a person is called, the language that is spoken to him, and his address. With another address he is
 * signed out everywhere, what was on its way to the old one goes to the new one, and both are told. Whoever has the
 * mailbox has the account; so one administrator alone cannot take over what two have given, and the person is named
 * for strict categories no longer.
 */
export async function changePerson(
  office: PeopleOffice,
  person: Person,
  { name, email, locale }: Details,
  sure = false,
): Promise<PersonChanged> {
  const { db, now, by } = office
  if (by.id === person.id) return 'self'
  if (!mayManage(office, person)) return 'not_allowed'
  const isMoved = email !== person.email
  if (isMoved && person.nominatedFor.length > 0 && !sure) return 'naming_ends'
  const entry = newId(now)
  const [subject, action] = isMoved
    ? ([`${person.email} → ${email}`, 'address_changed'] as const)
    : ([email, 'person_changed'] as const)
  try {
    const [changed] = await db.batch([
      db
        .update(staff)
        .set({ name, email, locale, updatedAt: now, ...(isMoved && { emailVerified: false }) })
        .where(and(eq(staff.id, person.id), eq(staff.email, person.email)))
        .returning({ id: staff.id }),
      auditRow(office, action, subject, entry),
      ...(isMoved ? await movingOut(office, person, email, entry) : []),
    ])
    return changed.length === 1 ? 'done' : 'conflict'
  } catch (error) {
    if (isConflict(error, 'staff')) return 'email_taken'
    throw error
  }
}

/** Statements, after the row `entry` of the log says that the address was changed. */
async function movingOut(
  office: PeopleOffice,
  person: Person,
  to: string,
  entry: string,
): Promise<Statement[]> {
  const { db, work } = office
  const only = isLogged(entry)
  const { id: staffId, email: from } = person
  const news = { staffId, kind: 'address_changed' as const, event: entry, data: { formerly: from } }
  return [
    db.delete(sessions).where(and(eq(sessions.userId, staffId), only)),
    readdress(office, staffId, { from, to }, only),
    ...noticeRows(office, [news], { only }),
    deliverToo(office, sql`n.kind = 'address_changed' and n.event = ${entry}`, from),
    db.delete(proposedNominees).where(and(eq(proposedNominees.staffId, staffId), only)),
    ...(await endNominations(office, { id: staffId, email: to }, entry, { tellsHim: true })),
    ...person.nominatedFor.flatMap((category) => work.handOver({ staffId, of: { category } })),
  ]
}
